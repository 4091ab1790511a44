import type { RelayedLine, Saboteur } from '#wire/saboteur'
import { hearing, type ReadFrame } from './wire.ts'

/** Puts the live channel behind what a deployment on record spoke. */
export type Tongue = 'sep08' | 'sep15' | 'oct25'

type Fields = Readonly<Record<string, unknown>>
type Speaker = (frame: ReadFrame) => readonly object[]

const FIVE = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed']
const SENT_BY = { server_id: 'server-1', correlation_id: 'none' }

/** Everything that is said on a line is said like that; what is sent on it stays as it is. */
export function speaking(tongue: Tongue): Saboteur {
  if (tongue === 'sep08') return hearing(inSeptember8)
  if (tongue === 'sep15') return hearing(inSeptember15)
  return { ...hearing(inOctober), ...leadingHandshakes() }
}

/** Flat, in seconds since 1970, and the welcome among other messages of the system. */
const inSeptember8: Speaker = (frame) => {
  const { type, payload, timestamp, sequence, event_id } = frame
  const at = inSeconds(timestamp)
  if (type === 'connection_established') {
    const { heartbeat_interval_seconds: beat, max_message_bytes: size, server_time, ...ids } = payload
    const config = { heartbeat_interval: beat, max_message_size: size }
    const said = { event: type, ...ids, server_time: inSeconds(server_time), connection_ready: true, config }
    return [
      { type: 'system_message', data: { event: 'degraded_mode' }, timestamp: at },
      { type: 'handshake_validation', timestamp: at, validation_id: 'v-1' },
      { type: 'system_message', data: { ...said, startup_complete: true }, timestamp: at },
      { type: 'ping', data: { timestamp: at }, timestamp: at },
    ]
  }
  if (sequence === undefined)
    return [{ ...frame, payload: undefined, data: payload, timestamp: at, ...SENT_BY }]
  return [{ type, event: type, ...spelled(type, payload), sequence, event_id, timestamp: at }]
}

/** Wrapped in `data`, beside who it is about, and after words without a type. */
const inSeptember15: Speaker = (frame) => {
  const { type, payload, timestamp, sequence, event_id, error_code, error_message } = frame
  const at = inSeconds(timestamp)
  if (type === 'connection_established') {
    const user_id = `${String(payload['user_id']).slice(0, 8)}...`
    const data = { mode: 'main', ...payload, user_id, golden_path_events: FIVE, features: {}, timestamp: at }
    return [
      { event: 'starting', message: 'Starting', message_type: 'initialization_progress', message_id: 'm-1' },
      { type, data, timestamp: at, ...SENT_BY },
    ]
  }
  if (type === 'error_message') {
    const data = { error_code, error_message, details: {}, ...payload, timestamp: at }
    return [{ type, data, timestamp: at, ...SENT_BY }]
  }
  const { user_id, thread_id, run_id, agent_name, ...data } = payload
  const about = sequence === undefined ? {} : { user_id, thread_id, run_id, agent_name, sequence, event_id }
  return [{ type, ...about, data: sequence === undefined ? payload : data, timestamp, ...SENT_BY }]
}

/** Wrapped twice, in other spellings. */
const inOctober: Speaker = (frame) => {
  const { type, payload, timestamp, sequence, event_id, error_code, error_message } = frame
  if (type === 'connection_established') {
    const { connection_id, user_id } = payload
    return [
      { type, data: { connection_id, user_id }, timestamp },
      { type: 'handshake_response', thread_id: 'thread_session_1', timestamp },
    ]
  }
  if (type === 'error_message')
    return [{ type: 'error', error_code, message: error_message, payload, timestamp }]
  if (sequence === undefined) return [{ ...frame, payload: undefined, data: payload }]
  const told = spelled(type, payload)
  return [{ type: 'system_message', event: type, payload: told, sequence, event_id, timestamp }]
}

/** Nothing is heard of a client before it has acknowledged the server's handshake. */
function leadingHandshakes(): Saboteur {
  const ready = new WeakSet<RelayedLine>()
  return {
    say: (text, line) => {
      if (ready.has(line)) return [text]
      if (!text.includes('"handshake_acknowledged"')) return []
      ready.add(line)
      line.tell(JSON.stringify({ type: 'handshake_complete', timestamp: new Date().toISOString() }))
      return []
    },
  }
}

const SPELLED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  agent_thinking: { reasoning: 'thought' },
  tool_executing: { tool_name: 'tool', parameters: 'input' },
  tool_completed: { tool_name: 'tool', result: 'output' },
  agent_completed: { response: 'final_response' },
  agent_error: { message: 'error' },
}

function spelled(type: string, payload: Fields): Fields {
  const names = SPELLED[type] ?? {}
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [names[name] ?? name, value]))
}

function inSeconds(moment: unknown): number {
  return Date.parse(String(moment)) / 1_000
}
