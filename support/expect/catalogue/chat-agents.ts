import { promise, type CheckEntry } from './entry.ts'

const WITH_TOOLS = { capability: 'tool-events' } as const
const WITH_PROGRESS = { capability: 'progress-updates' } as const
const WITH_CANCEL = { capability: 'cancel' } as const

/** The checks of `chat-agents.feature`. */
export const CHAT_AGENTS = {
  'CHAT-1.answered-from-own-figures': promise("The answer names the asker's workload and its right cost", {
    source: [
      "contract §5 names the asker's own workload",
      "contract §5 compute on the asker's own figures",
      'contract §5 in the unit and for the period',
    ],
    core: true,
  }),
  'CHAT-1.no-figure-invented': promise('No figure in the answer is invented', {
    ...WITH_TOOLS,
    source: ['contract §5 a figure that neither the asker nor a tool gave does not appear'],
  }),
  'CHAT-1.conversation-holds-both': promise('The conversation holds the question and the answer, once each', {
    source: ['scenario CHAT-1', 'contract §3 GET /api/threads/{id}/messages'],
  }),
  'CHAT-1.other-question-other-answer': promise('Another question gets another answer, and as right a one', {
    source: ['scenario CHAT-1', 'contract §5 An answer rests on tool results'],
  }),
  'CHAT-1.follow-up-remembers': promise('A follow-up builds on what was said before', {
    source: ['contract §5 Memory is per thread'],
  }),
  'CHAT-1.newest-statement-counts': promise('What was said last counts over what was said before', {
    source: ['contract §5 what was said last counts'],
  }),
  'CHAT-1.later-follow-up-remembers': promise('A later follow-up builds on the whole conversation', {
    source: ['contract §5 Memory is per thread and of all of it'],
  }),
  'CHAT-1.other-conversation-knows-nothing': promise(
    'What was said in one conversation is not known in another',
    {
      source: ['contract §5 Memory is per thread'],
    },
  ),
  'CHAT-1.words-kept-to-the-letter': promise('Words in any writing are kept, told and found to the letter', {
    source: ['contract §3 in any writing, to the letter', 'contract §3 GET /api/threads/{id}/messages'],
    capability: 'resume',
  }),
  'CHAT-1.sent-twice-answered-once': promise('A message that is sent twice by accident is answered once', {
    source: ['contract §3 answers the same ids and starts nothing twice'],
    capability: 'client-message-idempotency',
  }),

  'CHAT-2.agents-work-together': promise('Enough agents besides the one in charge begin and finish', {
    source: [
      'contract §5 A supervisor hands over to triage, data, optimisation and reporting agents',
      'scenario CHAT-2',
    ],
    core: true,
  }),
  'CHAT-2.handed-over-in-order': promise('The work is handed over in a sensible order', {
    source: ['contract §4 Within a run the supervisor starts first', 'scenario CHAT-2'],
  }),
  'CHAT-2.record-names-who-worked': promise('The record of the work names who worked on it, and when', {
    source: ['contract §3 GET /api/runs/{id}', 'contract §3 who took part and when'],
  }),
  'CHAT-2.tools-compute-on-own-figures': promise("Enough tools compute on the asker's own figures", {
    ...WITH_TOOLS,
    source: ["contract §5 compute on the asker's own figures", 'scenario CHAT-2'],
  }),
  'CHAT-2.tools-compute-rightly': promise('What the tools compute is right', {
    ...WITH_TOOLS,
    source: ["contract §5 compute on the asker's own figures", 'scenario CHAT-2'],
  }),
  'CHAT-2.answer-rests-on-tools': promise('The answer rests on what the tools computed', {
    ...WITH_TOOLS,
    source: ['contract §5 An answer rests on tool results'],
  }),
  'CHAT-2.answered-from-own-figures': promise(
    "What the agents answer names the asker's workload and its right cost",
    { source: ["contract §5 names the asker's own workload"] },
  ),
  'CHAT-2.no-figure-invented': promise('No figure in what the agents answer is invented', {
    ...WITH_TOOLS,
    source: ['contract §5 a figure that neither the asker nor a tool gave does not appear'],
  }),

  'CHAT-3.progress-is-told': promise('A long task tells its progress often enough', {
    ...WITH_PROGRESS,
    source: ['scenario CHAT-3', 'contract §4 progress_update'],
  }),
  'CHAT-3.progress-never-falls': promise('Progress goes forwards only', {
    ...WITH_PROGRESS,
    source: ['contract §4 0 to 100 and never falling within a run'],
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
    source: ['contract §4 never more than 10 s of silence'],
  }),
  'CHAT-3.every-part-covered': promise('The result covers every part that was asked for', {
    source: ['scenario CHAT-3'],
    core: true,
  }),
  'CHAT-3.answered-from-own-figures': promise("The result of a long task rests on the asker's own figures", {
    source: ["contract §5 names the asker's own workload", 'contract §5 in the unit and for the period'],
  }),
  'CHAT-3.no-figure-invented': promise('No figure in the result of a long task is invented', {
    ...WITH_TOOLS,
    source: ['contract §5 a figure that neither the asker nor a tool gave does not appear'],
  }),
  'CHAT-3.stopped-in-time': promise('A task that is stopped has ended in time', {
    ...WITH_CANCEL,
    source: ['contract §3 the run ends as cancelled within 2 s', 'contract §4 stop_run'],
  }),
  'CHAT-3.stopped-stays-stopped': promise('Nothing more comes of a task that was stopped', {
    ...WITH_CANCEL,
    source: ['contract §3 produces nothing after that'],
  }),

  'CHAT-4.failed-tool-is-told': promise('A tool that failed is said to have failed', {
    ...WITH_TOOLS,
    source: ['contract §5 a failed tool is never told as a success', 'contract §4 tool_completed'],
  }),
  'CHAT-4.not-done-is-said': promise('The answer says what was not done', {
    source: ['contract §5 What cannot be done is said plainly'],
    core: true,
  }),
  'CHAT-4.no-figure-invented': promise('No figure is invented in place of what could not be had', {
    ...WITH_TOOLS,
    source: ['contract §5 a figure that neither the asker nor a tool gave does not appear'],
  }),
  'CHAT-4.unknown-model-has-no-price': promise('A model that does not exist is given no price', {
    source: ['contract §5 for which the asker named no prices, a tool fails', 'scenario CHAT-4'],
  }),
  'CHAT-4.nothing-kept-as-complete': promise('No unfinished answer is kept as a complete one', {
    source: ['scenario CHAT-4'],
  }),
  'CHAT-4.run-says-it-failed': promise('The record of the work says that it failed, and why', {
    source: ['scenario CHAT-4', 'contract §3 GET /api/runs/{id}'],
  }),
  'CHAT-4.next-question-answered': promise('The next question in the same conversation is answered in full', {
    source: ['contract §5 the next message works'],
  }),

  'CHAT-5.all-parts-are-there': promise(
    'The deliverable has every part, each with something of its own to say',
    { source: ['scenario CHAT-5'], core: true },
  ),
  'CHAT-5.timeline-adds-up': promise('The timeline of the deliverable adds up', {
    source: ['scenario CHAT-5'],
  }),
  'CHAT-5.estimate-follows-from-figures': promise("The estimate follows from the asker's figures", {
    source: ['scenario CHAT-5', "contract §5 compute on the asker's own figures"],
  }),
  'CHAT-5.no-figure-invented': promise('No figure in the deliverable is invented', {
    ...WITH_TOOLS,
    source: ['contract §5 a figure that neither the asker nor a tool gave does not appear'],
  }),
  'CHAT-5.parts-worked-in-order': promise('The parts are worked out by named agents, in the order asked', {
    source: ['scenario CHAT-5'],
  }),
  'CHAT-5.readable-again-whole': promise('The deliverable can be read again later, whole', {
    source: ['scenario CHAT-5', 'contract §3 GET /api/threads/{id}/messages'],
  }),
} as const satisfies Record<string, CheckEntry>
