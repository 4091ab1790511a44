import { promise, type CheckEntry } from './entry.ts'

const WITH_TOOLS = { capability: 'tool-events' } as const
const WITH_PROGRESS = { capability: 'progress-updates' } as const
const WITH_CANCEL = { capability: 'cancel' } as const

/** The checks of `chat-agents.feature`. */
export const CHAT_AGENTS = {
  'CHAT-1.answered-from-own-figures': promise("The answer names the asker's workload and its right cost", {
    clauses: [
      'agents.own-figures',
      'agents.answer-rests-on-tools',
      'agents.own-workload',
      'agents.unit-and-period',
    ],
    core: true,
  }),
  'CHAT-1.no-figure-invented': promise('No figure in the answer is invented', {
    ...WITH_TOOLS,
    clauses: ['agents.no-invented-figure'],
  }),
  'CHAT-1.conversation-holds-both': promise('The conversation holds the question and the answer, once each', {
    clauses: ['messages.list', 'messages.list.in-order'],
    source: ['scenario CHAT-1'],
  }),
  'CHAT-1.other-question-other-answer': promise('Another question gets another answer, and as right a one', {
    clauses: ['agents.answer-rests-on-tools'],
    source: ['scenario CHAT-1'],
  }),
  'CHAT-1.follow-up-remembers': promise('A follow-up builds on what was said before', {
    clauses: ['agents.memory'],
  }),
  'CHAT-1.newest-statement-counts': promise('What was said last counts over what was said before', {
    clauses: ['agents.memory.newest'],
  }),
  'CHAT-1.later-follow-up-remembers': promise('A later follow-up builds on the whole conversation', {
    clauses: ['agents.memory.whole'],
  }),
  'CHAT-1.other-conversation-knows-nothing': promise(
    'What was said in one conversation is not known in another',
    {
      clauses: ['agents.memory'],
    },
  ),
  'CHAT-1.words-kept-to-the-letter': promise('Words in any writing are kept, told and found to the letter', {
    clauses: ['backend.to-the-letter', 'messages.list'],
    capability: 'resume',
  }),
  'CHAT-1.sent-twice-answered-once': promise('A message that is sent twice by accident is answered once', {
    clauses: ['messages.send', 'messages.send.run-begins', 'messages.send.once'],
    capability: 'client-message-idempotency',
  }),
  'CHAT-1.sent-at-once-answered-once': promise(
    'A message sent several times at the same moment is answered once',
    {
      clauses: ['messages.send.once'],
      source: ['scenario CHAT-1'],
      capability: 'client-message-idempotency',
    },
  ),

  'CHAT-2.agents-work-together': promise('Enough agents besides the one in charge begin and finish', {
    clauses: ['agents.roster'],
    source: ['scenario CHAT-2'],
    core: true,
  }),
  'CHAT-2.handed-over-in-order': promise('The work is handed over in a sensible order', {
    clauses: ['events.supervisor-first'],
    source: ['scenario CHAT-2'],
  }),
  'CHAT-2.record-names-who-worked': promise('The record of the work names who worked on it, and when', {
    clauses: ['runs.read', 'runs.read.as-told'],
  }),
  'CHAT-2.tools-compute-on-own-figures': promise("Enough tools compute on the asker's own figures", {
    ...WITH_TOOLS,
    clauses: ['agents.tools', 'agents.own-figures'],
    source: ['scenario CHAT-2'],
  }),
  'CHAT-2.tools-compute-rightly': promise('What the tools compute is right', {
    ...WITH_TOOLS,
    clauses: ['agents.own-figures', 'agents.price-catalogue'],
    source: ['scenario CHAT-2'],
  }),
  'CHAT-2.answer-rests-on-tools': promise('The answer rests on what the tools computed', {
    ...WITH_TOOLS,
    clauses: ['agents.answer-rests-on-tools'],
  }),
  'CHAT-2.answered-from-own-figures': promise(
    "What the agents answer names the asker's workload and its right cost",
    { clauses: ['agents.own-workload'] },
  ),
  'CHAT-2.no-figure-invented': promise('No figure in what the agents answer is invented', {
    ...WITH_TOOLS,
    clauses: ['agents.no-invented-figure'],
  }),

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
