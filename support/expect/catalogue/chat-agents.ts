import { promise, type CheckEntry } from './entry.ts'

const WITH_TOOLS = { capability: 'tool-events' } as const
const WITH_PROGRESS = { capability: 'progress-updates' } as const
const WITH_CANCEL = { capability: 'cancel' } as const

/** The checks of `chat-agents.feature`. */
export const CHAT_AGENTS = {
  'CHAT-1.answered-from-own-figures': promise("The answer names the asker's workload and its right cost", {
    core: true,
  }),
  'CHAT-1.no-figure-invented': promise('No figure in the answer is invented', WITH_TOOLS),
  'CHAT-1.conversation-holds-both': promise('The conversation holds the question and the answer, once each'),
  'CHAT-1.other-question-other-answer': promise('Another question gets another answer, and as right a one'),
  'CHAT-1.follow-up-remembers': promise('A follow-up builds on what was said before'),
  'CHAT-1.sent-twice-answered-once': promise('A message that is sent twice by accident is answered once', {
    capability: 'client-message-idempotency',
  }),

  'CHAT-2.agents-work-together': promise('At least three agents besides the one in charge begin and finish', {
    core: true,
  }),
  'CHAT-2.handed-over-in-order': promise('The work is handed over in a sensible order'),
  'CHAT-2.tools-compute-on-own-figures': promise(
    "At least two tools compute on the asker's own figures",
    WITH_TOOLS,
  ),
  'CHAT-2.tools-compute-rightly': promise('What the tools compute is right', WITH_TOOLS),
  'CHAT-2.answer-rests-on-tools': promise('The answer rests on what the tools computed', WITH_TOOLS),
  'CHAT-2.answered-from-own-figures': promise(
    "What the agents answer names the asker's workload and its right cost",
  ),

  'CHAT-3.progress-is-told': promise('A long task tells its progress at least three times', WITH_PROGRESS),
  'CHAT-3.progress-never-falls': promise('Progress goes forwards only', WITH_PROGRESS),
  'CHAT-3.progress-says-something-new': promise('Each word of progress says something new', WITH_PROGRESS),
  'CHAT-3.progress-comes-as-it-happens': promise(
    'Progress is told on the way, not at the end',
    WITH_PROGRESS,
  ),
  'CHAT-3.never-silent-for-long': promise('A long task never leaves its owner without a word for long'),
  'CHAT-3.every-part-covered': promise('The result covers every part that was asked for', { core: true }),
  'CHAT-3.stopped-in-time': promise('A task that is stopped has ended within two seconds', WITH_CANCEL),
  'CHAT-3.stopped-stays-stopped': promise('Nothing more comes of a task that was stopped', WITH_CANCEL),

  'CHAT-4.failed-tool-is-told': promise('A tool that failed is said to have failed', WITH_TOOLS),
  'CHAT-4.not-done-is-said': promise('The answer says what was not done', { core: true }),
  'CHAT-4.no-figure-invented': promise('No figure is invented in place of what could not be had', WITH_TOOLS),
  'CHAT-4.nothing-kept-as-complete': promise('No unfinished answer is kept as a complete one'),
  'CHAT-4.run-says-it-failed': promise('The record of the work says that it failed, and why'),
  'CHAT-4.next-question-answered': promise('The next question in the same conversation is answered in full'),

  'CHAT-5.all-parts-are-there': promise(
    'The deliverable has every part, each with something of its own to say',
    {
      core: true,
    },
  ),
  'CHAT-5.timeline-adds-up': promise('The timeline of the deliverable adds up'),
  'CHAT-5.estimate-follows-from-figures': promise("The estimate follows from the asker's figures"),
  'CHAT-5.no-figure-invented': promise('No figure in the deliverable is invented', WITH_TOOLS),
  'CHAT-5.parts-worked-in-order': promise('The parts are worked out by named agents, in the order asked'),
  'CHAT-5.readable-again-whole': promise('The deliverable can be read again later, whole'),
} as const satisfies Record<string, CheckEntry>
