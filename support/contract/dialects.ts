/**
 * The ways in which the live channel of this platform is on record to have been spoken, besides the contract's own:
 * by the month in which a deployment spoke like that. A line's welcome tells which one it is; what it says then is
 * read as if it had been said in the contract's words.
 */

type Fields = Readonly<Record<string, unknown>>

/** What a live line speaks. */
export type Dialect = 'canonical' | 'sep08' | 'sep15' | 'oct25'

/** How a line is to be understood. */
export interface Speech {
  /** Unknown until its welcome has come. */
  readonly dialect: Dialect | undefined
  /** Whose token opened it: one deployment tells only how that begins. */
  readonly owner: string | undefined
}

const WELCOME = 'connection_established'
/** What is called otherwise. */
const TYPES: Readonly<Record<string, string>> = { connect: WELCOME, error: 'error_message' }
/** What a field is called otherwise, by kind of frame; the first that is there counts. */
const SPELLINGS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  agent_thinking: { reasoning: ['thought'] },
  tool_executing: { tool_name: ['tool'], parameters: ['input'] },
  tool_completed: { tool_name: ['tool'], result: ['output', 'results'] },
  agent_completed: { response: ['final_response'] },
  agent_error: { message: ['error_message', 'error'] },
  [WELCOME]: {
    heartbeat_interval_seconds: ['heartbeat_interval'],
    max_message_bytes: ['max_message_size'],
  },
}
/** Moments among the fields, which may be told in seconds since 1970. */
const MOMENTS = ['server_time', 'expires_at']
/** What belongs to a frame, and not to what it tells. */
const ENVELOPE = ['type', 'event', 'timestamp', 'data', 'payload', 'config', 'event_id', 'sequence']
const OF_THE_SERVER = ['server_id', 'correlation_id']
const LARGEST_SECONDS = 1e11
const SHOWN_OF_AN_ID = 8

/** In which dialect a line welcomes; undefined when this is no welcome. */
export function dialectOf(said: unknown): Dialect | undefined {
  if (!isFields(said)) return undefined
  const { type, payload, data } = said
  if (type === 'system_message') return nameIn(said) === WELCOME ? 'sep08' : undefined
  if (type === 'connect') return 'sep15'
  if (type !== WELCOME) return undefined
  if (isFields(payload) || !isFields(data)) return 'canonical'
  return 'mode' in data || 'server_id' in said ? 'sep15' : 'oct25'
}

/**
 * Whether something was said of the line itself, which a welcome may be preceded by: a sign of life, how its start goes,
 * or what has no kind. Nothing that is numbered is.
 *
 * @param kinds that the contract knows: they wait for the welcome
 */
export function isPrelude(said: unknown, kinds: readonly string[]): boolean {
  if (!isFields(said) || 'sequence' in said) return false
  const { type } = said
  if (type === 'system_message') return nameIn(said) !== WELCOME
  return type === undefined || type === 'heartbeat' || typeof type !== 'string' || !kinds.includes(type)
}

/** The same in the contract's words, as far as it can be said in them. */
export function translate(said: unknown, { owner }: Speech): unknown {
  if (!isFields(said)) return said
  const inner = innerOf(said)
  const name = nameIn(said)
  const type = TYPES[name] ?? name
  const payload = renamed(type, { ...besides(said), ...inner, ...fieldsOf(inner['config']) })
  const { error_code: code, error_message: text } = payload
  return {
    type,
    timestamp: momentOf(said['timestamp'] ?? inner['timestamp']),
    ...numbersOf(said),
    ...(type === 'error_message' ? { error_code: code, error_message: text ?? payload['message'] } : {}),
    payload: { ...payload, ...(type === WELCOME ? { user_id: wholeId(payload['user_id'], owner) } : {}) },
  }
}

/** What a server that leads the handshake is answered with, before it hears anything else. */
export function acknowledgementOf(said: unknown): object | undefined {
  if (!isFields(said) || said['type'] !== 'handshake_response') return undefined
  const { thread_id } = { ...said, ...innerOf(said) } as Fields
  return { type: 'handshake_acknowledged', thread_id, timestamp: new Date().toISOString() }
}

/** Its kind, or that of what it wraps. */
function nameIn(said: Fields): string {
  const { type, event } = said
  return String(type === 'system_message' ? (event ?? innerOf(said)['event'] ?? type) : type)
}

function innerOf({ payload, data }: Fields): Fields {
  return { ...fieldsOf(data), ...fieldsOf(payload) }
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** What stands beside that which is wrapped. */
function besides(said: Fields): Fields {
  const kept = Object.entries(said).filter(([name]) => ![...ENVELOPE, ...OF_THE_SERVER].includes(name))
  return Object.fromEntries(kept)
}

function numbersOf({ event_id, sequence }: Fields): Fields {
  return { ...(event_id === undefined ? {} : { event_id }), ...(sequence === undefined ? {} : { sequence }) }
}

function renamed(type: string, fields: Fields): Fields {
  const spellings = Object.entries(SPELLINGS[type] ?? {})
  const others = spellings.flatMap(([, names]) => names)
  const kept = Object.entries(fields).filter(([name]) => !others.includes(name) && !isOfTheFrame(name))
  const read = spellings.flatMap(([name, names]) => {
    const spelled = [name, ...names].find((one) => fields[one] !== undefined)
    return spelled === undefined ? [] : [[name, fields[spelled]] as const]
  })
  const moments = MOMENTS.filter((name) => name in fields).map((name) => [name, momentOf(fields[name])])
  return Object.fromEntries([...kept, ...read, ...moments]) as Fields
}

function isOfTheFrame(name: string): boolean {
  return name === 'event' || name === 'timestamp' || name === 'config'
}

/** A moment as the contract writes it. */
function momentOf(value: unknown): unknown {
  if (typeof value !== 'number' || !Number.isFinite(value)) return value
  return new Date(Math.round(value < LARGEST_SECONDS ? value * 1_000 : value)).toISOString()
}

function wholeId(told: unknown, owner: string | undefined): unknown {
  if (typeof told !== 'string' || !told.endsWith('...') || owner === undefined) return told
  const shown = told.slice(0, -'...'.length)
  return shown.length >= SHOWN_OF_AN_ID && owner.startsWith(shown) ? owner : told
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
