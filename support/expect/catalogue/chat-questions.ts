import { promise, type CheckEntry } from './entry.ts'

const WITH_TOOLS = { capability: 'tool-events' } as const

/** The checks of `chat-agents.feature` that are about questions and who works on them: CHAT-1 and CHAT-2. */
export const CHAT_QUESTIONS = {
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
} as const satisfies Record<string, CheckEntry>
