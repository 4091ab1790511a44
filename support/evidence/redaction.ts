import { createHash } from 'node:crypto'
import { TOKEN } from '#wire/excerpt'
import { parseJson } from '#wire/json'

/**
 * What may be kept of what passed on the wire. Security code: only what is listed here is kept as it is;
 * of everything else only a fingerprint remains, by which two equal values can be told to be equal.
 */

const HEADERS = new Set([
  'accept',
  'access-control-allow-origin',
  'content-length',
  'content-type',
  'date',
  'retry-after',
  'traceparent',
  'upgrade',
  'x-request-id',
])

const FIELDS = new Set([
  'after',
  'agent_name',
  'agents',
  'auth_provider',
  'capabilities',
  'client_message_id',
  'code_challenge_method',
  'connection_id',
  'content',
  'created_at',
  'database_status',
  'detail',
  'email',
  'environment',
  'error',
  'error_code',
  'error_message',
  'event_id',
  'execution_time_ms',
  'expires_at',
  'expires_in',
  'finished_at',
  'heartbeat_interval_seconds',
  'id',
  'limit',
  'max_message_bytes',
  'message',
  'message_count',
  'message_id',
  'name',
  'oauth_simulated',
  'object',
  'offset',
  'parent_agent',
  'permissions',
  'plan',
  'progress_percentage',
  'provider',
  'q',
  'reason',
  'reasoning',
  'recoverable',
  'redirect_uri',
  'replayed',
  'response',
  'response_type',
  'retry_after_seconds',
  'role',
  'run_id',
  'scope',
  'sequence',
  'server_time',
  'service',
  'started_at',
  'status',
  'status_code',
  'step_number',
  'thread_id',
  'timestamp',
  'title',
  'token_expires_at',
  'token_type',
  'tool_call_id',
  'tool_name',
  'total',
  'trace_id',
  'type',
  'updated_at',
  'uptime_seconds',
  'user_id',
  'valid',
  'version',
])

/** Longer values prove nothing more, and cost time and room. */
const LONGEST_KEPT = 10_000

/** `[withheld: 43 characters, #9f2c]` */
export function fingerprint(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex')
  return `[withheld: ${text.length} characters, #${hash.slice(-4)}]`
}

export function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).map(([name, value]) => [name, redactHeader(name.toLowerCase(), value)])
  return Object.fromEntries(kept) as Record<string, string>
}

/** A body or frame; what is no JSON is withheld as a whole. */
export function redactText(text: string): string {
  if (text === '') return ''
  const value = parseJson(text)
  return value === undefined ? fingerprint(text) : JSON.stringify(redactValue(value, false))
}

/** An address; parameters that are not listed, and fragments, are withheld. */
export function redactUrl(address: string): string {
  if (address === '') return ''
  if (!URL.canParse(address)) return fingerprint(address)
  const url = new URL(address)
  for (const [name, value] of [...url.searchParams]) {
    if (!FIELDS.has(name)) url.searchParams.set(name, fingerprint(value))
  }
  if (url.hash) url.hash = fingerprint(url.hash)
  return url.href
}

function redactHeader(name: string, value: string): string {
  if (name === 'location') return redactUrl(value)
  return HEADERS.has(name) ? value : fingerprint(value)
}

/** @param kept whether the field that this stands in is listed; of objects, every field is looked up by itself */
function redactValue(value: unknown, kept: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => redactValue(item, kept))
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, inner]) => [name, redactValue(inner, FIELDS.has(name))])
    return Object.fromEntries(fields) as object
  }
  if (typeof value === 'string') {
    // Even in a field that may be kept, nothing that looks like a token is.
    return kept && value.length <= LONGEST_KEPT ? value.replace(TOKEN, fingerprint) : fingerprint(value)
  }
  return kept || typeof value !== 'number' ? value : fingerprint(String(value))
}
