import { AgentEvent } from '#contract/frames'

const SUCCESS = { status: 'success', result: 1, execution_time_ms: 1 }

/** `data calls t1`: who, what, and more. */
const PHRASES: Readonly<Record<string, (more: string) => object>> = {
  starts: () => ({ type: 'agent_started', parent_agent: null }),
  thinks: () => ({ type: 'agent_thinking', reasoning: 'Hm.', step_number: 1 }),
  calls: (id) => ({ type: 'tool_executing', tool_name: 'prices', tool_call_id: id, parameters: {} }),
  receives: (id) => ({ type: 'tool_completed', tool_name: 'prices', tool_call_id: id, ...SUCCESS }),
  reaches: (percent) => ({ type: 'progress_update', progress_percentage: Number(percent), message: 'On.' }),
  ends: () => ({ type: 'agent_completed', result: 'Done.' }),
  fails: () => ({ type: 'agent_error', error_code: 'NO_MODEL', message: 'No.', recoverable: false }),
}

function toEvent(phrase: string, index: number): AgentEvent {
  const [agent_name, verb = '', more = ''] = phrase.split(' ')
  const { type, ...rest } = PHRASES[verb]?.(more) as { type: string }
  const ids = { user_id: 'u-1', thread_id: 't-1', run_id: 'r-1', agent_name }
  const numbered = { event_id: `e-${index}`, sequence: index + 1, timestamp: '2026-01-02T03:04:05Z' }
  return AgentEvent.parse({ type, ...numbered, payload: { ...ids, ...rest } })
}

/** The events of a run that is told in short: `supervisor starts, data starts, data calls t1`. */
export function eventsOf(told: string): AgentEvent[] {
  return told.split(', ').map(toEvent)
}
