import { promise, type CheckEntry } from './entry.ts'

const WITH_TOOLS = { capability: 'tool-events' } as const
const WITH_PROGRESS = { capability: 'progress-updates' } as const
const WITH_CANCEL = { capability: 'cancel' } as const

/** The checks of `chat-agents.feature` that are about long work, what cannot be done, and plans: CHAT-3 to CHAT-5. */
export const CHAT_WORK = {
  'CHAT-3.progress-is-told': promise('A long task tells its progress often enough', {
    ...WITH_PROGRESS,
    clauses: ['events.progress'],
    source: ['scenario CHAT-3'],
  }),
  'CHAT-3.progress-never-falls': promise('Progress goes forwards only', {
    ...WITH_PROGRESS,
    clauses: ['events.progress'],
  }),
  'CHAT-3.progress-says-something-new': promise('Each word of progress says something new', {
    ...WITH_PROGRESS,
    source: ['scenario CHAT-3'],
  }),
  'CHAT-3.progress-comes-as-it-happens': promise('Progress is told on the way, not at the end', {
    ...WITH_PROGRESS,
    source: ['scenario CHAT-3'],
  }),
  'CHAT-3.never-silent-for-long': promise('A long task never leaves its owner without a word for long', {
    clauses: ['events.no-silence'],
  }),
  'CHAT-3.every-part-covered': promise('The result covers every part that was asked for', {
    source: ['scenario CHAT-3'],
    core: true,
  }),
  'CHAT-3.answered-from-own-figures': promise("The result of a long task rests on the asker's own figures", {
    clauses: ['agents.own-workload', 'agents.unit-and-period'],
  }),
  'CHAT-3.no-figure-invented': promise('No figure in the result of a long task is invented', {
    ...WITH_TOOLS,
    clauses: ['agents.no-invented-figure'],
  }),
  'CHAT-3.stopped-in-time': promise('A task that is stopped has ended in time', {
    ...WITH_CANCEL,
    clauses: ['runs.cancel.in-time', 'line.stop-run'],
  }),
  'CHAT-3.stopped-stays-stopped': promise('Nothing more comes of a task that was stopped', {
    ...WITH_CANCEL,
    clauses: ['runs.cancel.nothing-more'],
  }),
  'CHAT-3.called-off-in-time': promise('A task that is called off has ended in time', {
    ...WITH_CANCEL,
    clauses: ['runs.cancel.in-time', 'runs.cancel'],
  }),
  'CHAT-3.called-off-stays-off': promise('Nothing more comes of a task that was called off', {
    ...WITH_CANCEL,
    clauses: ['runs.cancel.nothing-more', 'runs.cancel'],
  }),

  'CHAT-4.failed-tool-is-told': promise('A tool that failed is said to have failed', {
    ...WITH_TOOLS,
    clauses: ['events.tool-completed', 'agents.failed-tool-is-told'],
  }),
  'CHAT-4.not-done-is-said': promise('The answer says what was not done', {
    clauses: ['agents.not-done-is-said'],
    core: true,
  }),
  'CHAT-4.no-figure-invented': promise('No figure is invented in place of what could not be had', {
    ...WITH_TOOLS,
    clauses: ['agents.no-invented-figure'],
  }),
  'CHAT-4.unknown-model-has-no-price': promise('A model that does not exist is given no price', {
    clauses: ['tools.unknown-model'],
    source: ['scenario CHAT-4'],
  }),
  'CHAT-4.nothing-kept-as-complete': promise('No unfinished answer is kept as a complete one', {
    source: ['scenario CHAT-4'],
  }),
  'CHAT-4.run-says-it-failed': promise('The record of the work says that it failed, and why', {
    clauses: ['runs.read', 'events.agent-error'],
    source: ['scenario CHAT-4'],
  }),
  'CHAT-4.next-question-answered': promise('The next question in the same conversation is answered in full', {
    clauses: ['agents.next-works'],
  }),
  'CHAT-4.room-is-given-back': promise(
    'Work that is over takes no more room, and takes no other work along',
    {
      clauses: ['limits.runs-at-once'],
      source: ['ASVS 2.4.1'],
      capability: 'per-user-limits',
    },
  ),

  'CHAT-5.all-parts-are-there': promise(
    'The deliverable has every part, each with something of its own to say',
    { source: ['scenario CHAT-5'], core: true },
  ),
  'CHAT-5.timeline-adds-up': promise('The timeline of the deliverable adds up', {
    source: ['scenario CHAT-5'],
  }),
  'CHAT-5.estimate-follows-from-figures': promise("The estimate follows from the asker's figures", {
    clauses: ['agents.own-figures'],
    source: ['scenario CHAT-5'],
  }),
  'CHAT-5.no-figure-invented': promise('No figure in the deliverable is invented', {
    ...WITH_TOOLS,
    clauses: ['agents.no-invented-figure'],
  }),
  'CHAT-5.parts-worked-in-order': promise('The parts are worked out by named agents, in the order asked', {
    source: ['scenario CHAT-5'],
  }),
  'CHAT-5.readable-again-whole': promise('The deliverable can be read again later, whole', {
    clauses: ['messages.list'],
    source: ['scenario CHAT-5'],
  }),
} as const satisfies Record<string, CheckEntry>
