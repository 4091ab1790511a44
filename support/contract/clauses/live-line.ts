import { formatDuration } from '#waiting/duration'
import { ERRORS } from '#contract/codes'
import { LIMITS } from '#contract/limits'
import { PROMISED } from '#contract/promises'
import type { ContractClause } from './clause.ts'

const { connections, frameBytes } = LIMITS

/** Section 4: the line itself. */
export const LIVE_LINE = {
  'line.by-header': 'Opened with Authorization: Bearer …',
  'line.by-subprotocol':
    'with the subprotocols jwt-auth, jwt.<base64url of the token>, of which the server selects jwt-auth',
  'line.refused': 'No token, or a bad or expired one: 401 at the upgrade, before any frame',
  'line.foreign-origin': "A browser's Origin that is not the frontend's: 403",
  'line.refused-late': {
    words: 'The suite also takes an error frame, nothing else, and close 1008 for a refusal',
    aside: 'what the suite takes for a refusal besides',
  },
  'line.how-many': `A person has up to ${connections} lines; the ${connections + 1}th gets 1008 too many connections`,
  'line.frames': 'Every frame is a JSON object with type',
  'line.timestamps': "the server's carry timestamp (ISO 8601, UTC)",

  'line.welcome':
    'connection_established, first of all payload {connection_id, user_id, server_time, heartbeat_interval_seconds, max_message_bytes}',
  'line.welcome.owner': "user_id is the token's sub",
  'line.heartbeat': 'heartbeat, when idle that long payload {connection_id}',
  'line.accepted': 'message_accepted payload {client_message_id, thread_id, run_id}',
  'line.pong': "pong the ping's payload",
  'line.replay-complete': 'replay_complete payload {thread_id, after, replayed}',
  'line.reauthenticated': 'reauthenticated payload {expires_at}',
  'line.error': 'error_message error_code, error_message, payload {client_message_id?, run_id?}',
  'line.events': { words: 'agent events below', aside: 'they stand further down' },

  'line.user-message': 'user_message payload {content, thread_id, client_message_id}',
  'line.ping': 'ping payload {nonce}',
  'line.resume': 'resume payload {thread_id, after}: the last sequence seen, 0 for all',
  'line.stop-run': 'stop_run payload {run_id}',
  'line.reauthenticate': 'reauthenticate payload {token} of the same person',
  'line.reauthenticate.refused': `another's or a bad one: ${ERRORS.authentication} and 1008`,

  'line.broken-json': `${ERRORS.format} for broken JSON or no object`,
  'line.unknown-type': ERRORS.unknownType,
  'line.missing-field': `${ERRORS.invalid} for a field that is missing, null or of another type`,
  'line.foreign-or-unknown': `${ERRORS.notFound} for a foreign or unknown thread or run`,
  'line.rate-limited': `${ERRORS.tooMany} with payload.retry_after_seconds`,
  'line.stays-open': 'the line stays open',
  'line.frame-size': `A frame over ${frameBytes / 1024} KB closes it with 1009`,
  'line.session-end': `The end of the session, by time or by signing out, closes it with 1008 within ${formatDuration(PROMISED.connectionClose)}`,
} as const satisfies Record<string, ContractClause>

/** Section 4: what is told of a run. */
export const EVENTS = {
  'events.numbered':
    'Agent events carry event_id (unique), sequence (1, 2, 3 … within a thread, without gaps), timestamp',
  'events.owner': 'payload {user_id, thread_id, run_id, agent_name} with',
  'events.agent-started':
    'agent_started parent_agent, who is at work at that moment; null for the supervisor',
  'events.agent-thinking': 'agent_thinking reasoning, never empty and not always the same',
  'events.steps-counted': 'step_number, counted 1, 2, 3 … within a run, by each agent or by all together',
  'events.tool-executing': 'tool_executing tool_name, tool_call_id, parameters',
  'events.tool-completed':
    'tool_completed tool_name, tool_call_id, status success or error, result, execution_time_ms',
  'events.tool-time': 'how long it took',
  'events.progress':
    'progress_update progress_percentage, 0 to 100 and never falling within a run, and message',
  'events.agent-completed':
    "agent_completed result, never empty; the supervisor's also response, the answer, and execution_time_ms",
  'events.agent-error': 'agent_error error_code, message, recoverable',

  'events.supervisor-first': 'Within a run the supervisor starts first',
  'events.tools-paired':
    'Every tool_executing has exactly one tool_completed of its tool_call_id after it and before its agent ends',
  'events.agents-end': 'Every agent that starts ends once',
  'events.terminal':
    "Exactly one terminal event, the supervisor's agent_completed or agent_error, comes last",
  'events.once-in-order': 'Each line of a person gets each event once, in order',
  'events.nobody-else': 'nobody else gets any',
  'events.first-in-time': `The first event comes within ${formatDuration(PROMISED.firstEvent)} of message_accepted`,
  'events.no-silence': `during a run there are never more than ${formatDuration(PROMISED.silence)} of silence`,

  'events.resumed': 'After resume come all events of that thread past after, in order, once',
  'events.resume-completes': 'then replay_complete',
  'events.live-after-resume': 'then live events without gap or repeat',
  'events.durable': 'History is durable: a restart loses no accepted message and no recorded event',
  'events.cut-off-runs': 'runs that it cuts off end as failed with an agent_error',
} as const satisfies Record<string, ContractClause>
