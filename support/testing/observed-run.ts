import { AgentEvent } from '#contract/frames'
import { SUPERVISOR, type ObservedRun } from '#contract/observed-run'

/** One event of a run: by which agent, and how long after the event before. */
export interface Word {
  readonly agent: string
  readonly type: AgentEvent['type']
  readonly more: object
  readonly afterMs: number
}

const BEGAN = Date.parse('2026-01-02T03:04:05Z')
const ACCEPTED_AT = 1_000

const word = (agent: string, type: Word['type'], more: object): Word => ({ agent, type, more, afterMs: 10 })

/** An agent begins, called by another one. */
export const starts = (agent: string, parent: string | null = SUPERVISOR): Word =>
  word(agent, 'agent_started', { parent_agent: parent })
/** An agent says what it thinks. */
export const thinks = (agent: string): Word =>
  word(agent, 'agent_thinking', { reasoning: 'Hm.', step_number: 1 })
/** An agent begins to use a tool. */
export const calls = (agent: string, tool: string, parameters: unknown = {}, id = tool): Word =>
  word(agent, 'tool_executing', { tool_name: tool, tool_call_id: id, parameters })
/** A tool that an agent has used gives something. */
export const receives = (agent: string, tool: string, result: unknown = {}, id = tool): Word =>
  word(agent, 'tool_completed', { ...completed(tool, id), status: 'success', result })
/** A tool that an agent has used fails. */
export const misses = (agent: string, tool: string, id = tool): Word =>
  word(agent, 'tool_completed', { ...completed(tool, id), status: 'error', result: 'There is none.' })
/** The run is so far, in percent. */
export const reaches = (percentage: number, message = `At ${percentage}.`): Word =>
  word(SUPERVISOR, 'progress_update', { progress_percentage: percentage, message })
/** An agent ends well; with the supervisor ends the run. */
export const ends = (agent: string, response = 'Done.'): Word =>
  word(agent, 'agent_completed', { result: 'Done.', response })
/** An agent gives up; with the supervisor ends the run. */
export const fails = (agent: string, message = 'It cannot be done.'): Word =>
  word(agent, 'agent_error', { error_code: 'NO_MODEL', message, recoverable: false })

/** The same event, so long after the event before. */
export const after = (afterMs: number, said: Word): Word => ({ ...said, afterMs })

/** A run of Asha's with these events, numbered from 1; accepted at 1000 ms, stamped by the same clock. */
export function observedRun(words: readonly Word[], told: Partial<ObservedRun> = {}): ObservedRun {
  let at = ACCEPTED_AT
  const events = words.map((said, index) => {
    at += said.afterMs
    return { at, event: toEvent(said, index + 1, new Date(BEGAN + at - ACCEPTED_AT)) }
  })
  const ids = { runId: 'r-1', threadId: 't-1', question: 'What does it cost?' }
  const times = { askedAt: ACCEPTED_AT - 10, acceptedAt: ACCEPTED_AT }
  return { ...ids, ...times, events, outcome: 'answered', text: 'Done.', ...told }
}

function toEvent({ agent, type, more }: Word, sequence: number, time: Date): AgentEvent {
  const payload = { user_id: 'u-1', thread_id: 't-1', run_id: 'r-1', agent_name: agent, ...more }
  return AgentEvent.parse({
    ...{ type, event_id: `e-${sequence}`, sequence, payload },
    timestamp: time.toISOString(),
  })
}

function completed(tool: string, id: string): object {
  return { tool_name: tool, tool_call_id: id, execution_time_ms: 1 }
}
