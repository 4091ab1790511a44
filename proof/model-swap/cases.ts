import type { Fault } from './other-model.ts'

/** What a model does, and what has to come of the run. */
export interface Case {
  readonly fault: Fault
  /** How the run ends: completed, or failed for this reason. */
  readonly ends: 'completed' | 'MODEL_UNAVAILABLE' | 'MODEL_MALFORMED' | 'MODEL_SILENT'
  /** Whether it takes so long that who waits has to hear something meanwhile. */
  readonly isWaitedFor?: true
}

/** An answer takes six replies: the plan, two of each agent that uses tools, and the answer itself. */
const LAST = 5

/** All that may go wrong with a model: at once, in the middle of the work, or with its last words. */
export const CASES: readonly Case[] = [
  { fault: { what: 'writes slowly', after: LAST }, ends: 'completed', isWaitedFor: true },
  { fault: { what: 'numbers its calls anew in every reply' }, ends: 'completed' },
  { fault: { what: 'calls a tool with broken JSON', times: 1 }, ends: 'completed' },
  { fault: { what: 'calls a tool with broken JSON' }, ends: 'MODEL_MALFORMED' },
  { fault: { what: 'calls a tool that does not exist', times: 1 }, ends: 'completed' },
  { fault: { what: 'calls a tool that does not exist', after: 1 }, ends: 'MODEL_MALFORMED' },
  { fault: { what: 'calls a tool with arguments of another shape', times: 1 }, ends: 'completed' },
  { fault: { what: 'calls a tool with arguments of another shape' }, ends: 'MODEL_MALFORMED' },
  { fault: { what: 'has no capacity (429)', after: 2, times: 1 }, ends: 'completed' },
  { fault: { what: 'has no capacity (429)' }, ends: 'MODEL_UNAVAILABLE' },
  { fault: { what: 'has no capacity for a while (429)', after: 3 }, ends: 'MODEL_SILENT', isWaitedFor: true },
  { fault: { what: 'is broken (500)', after: 2, times: 1 }, ends: 'completed' },
  { fault: { what: 'is broken (500)', after: 3 }, ends: 'MODEL_UNAVAILABLE' },
  { fault: { what: 'breaks off without a word' }, ends: 'MODEL_UNAVAILABLE' },
  { fault: { what: 'breaks off without a word', after: LAST }, ends: 'MODEL_UNAVAILABLE' },
  { fault: { what: 'breaks off as if that were all', after: LAST }, ends: 'MODEL_UNAVAILABLE' },
  { fault: { what: 'breaks off with an error of its own', after: 3 }, ends: 'MODEL_UNAVAILABLE' },
  { fault: { what: 'breaks off because it has said too much', after: LAST }, ends: 'MODEL_MALFORMED' },
  { fault: { what: 'takes the question and hangs' }, ends: 'MODEL_SILENT', isWaitedFor: true },
  { fault: { what: 'begins and hangs', after: 3 }, ends: 'MODEL_SILENT', isWaitedFor: true },
  { fault: { what: 'streams nothing at all', after: LAST }, ends: 'MODEL_UNAVAILABLE' },
  { fault: { what: 'streams an answer with nothing in it' }, ends: 'MODEL_MALFORMED' },
  { fault: { what: 'streams an answer with nothing in it', after: LAST }, ends: 'MODEL_MALFORMED' },
  { fault: { what: 'never comes to an end', after: LAST }, ends: 'MODEL_MALFORMED', isWaitedFor: true },
]
