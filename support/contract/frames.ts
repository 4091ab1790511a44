import { z } from 'zod'
import { isPrelude, translate, type Dialect, type Speech } from './dialects.ts'
import { parseJson } from './json.ts'
import { Id, Something, told } from './leaves.ts'
import { read, type Misfit } from './reading.ts'

/** What the platform may say on a live connection, to the field. Further fields are allowed. */

const Timestamp = z.iso.datetime()

function frame<Type extends string, Payload extends z.ZodType>(type: Type, payload: Payload) {
  return z.object({ type: z.literal(type), timestamp: Timestamp, payload })
}

function event<Type extends string, Shape extends z.ZodRawShape>(type: Type, more: Shape) {
  const payload = z.object({ user_id: Id, thread_id: Id, run_id: Id, agent_name: Id, ...more })
  const numbered = { event_id: Id, sequence: z.number().int().positive() }
  return frame(type, payload).extend(numbered)
}

const Tool = { tool_name: Id, tool_call_id: Id }

/** Everything that may happen during a run: by `type`, with who did it, and numbered within its thread. */
export const AgentEvent = z.discriminatedUnion('type', [
  event('agent_started', { parent_agent: told(Id.nullable()) }),
  event('agent_thinking', { reasoning: z.string().min(1), step_number: told(z.number().int()) }),
  event('tool_executing', { ...Tool, parameters: Something }),
  event('tool_completed', {
    ...Tool,
    status: z.enum(['success', 'error']),
    result: Something,
    execution_time_ms: told(z.number().nonnegative()),
  }),
  event('progress_update', { progress_percentage: z.number().min(0).max(100), message: z.string().min(1) }),
  event('agent_completed', {
    result: Something,
    response: z.string().optional(),
    execution_time_ms: z.number().optional(),
  }),
  event('agent_error', { error_code: Id, message: z.string().min(1), recoverable: told(z.boolean()) }),
])
/** One thing that happened during a run. */
export type AgentEvent = z.output<typeof AgentEvent>

/** The record of a run, in order. */
export const EventsAnswer = z.object({ events: z.array(AgentEvent) })

/** Everything that the platform may say on a live connection, by `type`. */
export const ServerFrame = z.discriminatedUnion('type', [
  frame(
    'connection_established',
    z.object({
      connection_id: Id,
      user_id: Id,
      server_time: told(Timestamp),
      heartbeat_interval_seconds: told(z.number().positive()),
      max_message_bytes: told(z.number().int().positive()),
    }),
  ),
  frame('heartbeat', z.object({ connection_id: told(Id) })),
  frame('message_accepted', z.object({ client_message_id: Id, thread_id: Id, run_id: Id })),
  frame('pong', z.object({ nonce: z.string() })),
  frame('replay_complete', z.object({ thread_id: Id, after: z.number().int(), replayed: z.number().int() })),
  frame('reauthenticated', z.object({ expires_at: Timestamp })),
  frame(
    'error_message',
    z.object({
      client_message_id: z.string().optional(),
      run_id: Id.optional(),
      retry_after_seconds: z.number().optional(),
    }),
  ).extend({ error_code: Id, error_message: z.string().min(1) }),
  ...AgentEvent.options,
])
/** Anything the platform says on a live connection. */
export type ServerFrame = z.output<typeof ServerFrame>

/** A frame of one type. */
export type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>

/** Something that was received on a connection: a frame, or a text that is none, with what is wrong. */
export type ReceivedFrame =
  | ServerFrame
  | {
      readonly type: 'unreadable'
      readonly text: string
      readonly fault: string
      /** What it says it is, where it is a frame like any other that nobody knows. */
      readonly kind?: string
    }

/** Of frames that were read in spite of it. */
const MISFITS = new WeakMap<ReceivedFrame, readonly Misfit[]>()

/** What a text that was received says, as far as it can be read. @param speech of the line */
export function readFrame(text: string, speech: Speech = CANONICAL): ReceivedFrame {
  const [heard, { dialect }] = [parseJson(text), speech]
  if (dialect === undefined && isPrelude(heard, KINDS)) return preludeOf(text, heard)
  const isForeign = dialect !== undefined && dialect !== 'canonical'
  const said = isForeign ? translate(heard, speech) : heard
  const { data: frame, misfits: met } = read(ServerFrame, said)
  const misfits = isForeign && frame?.type === 'connection_established' ? [...met, inDialect(dialect)] : met
  if (!frame?.payload) {
    return { type: 'unreadable', text, fault: describeFault(misfits), ...unknownKindOf(said) }
  }
  if (misfits.length > 0) MISFITS.set(frame, misfits)
  return frame
}

/** What in a frame that was read is not as the contract has it. */
export function misfitsIn(frame: ReceivedFrame): readonly Misfit[] {
  return MISFITS.get(frame) ?? []
}

const CANONICAL: Speech = { dialect: 'canonical', owner: undefined }

/** Everything on the line is said like that: it is told once, of its welcome. */
function inDialect(dialect: Dialect): Misfit {
  return { path: 'payload', what: `comes as the dialect "${dialect}" has it`, weight: 'differs' }
}

function preludeOf(text: string, said: unknown): ReceivedFrame {
  const { type } = z.object({ type: Id.catch('without a type') }).parse(said)
  return { type: 'unreadable', text, fault: BEFORE_WELCOME, kind: type }
}

/** Of a frame that is passed over: its line has not welcomed anybody yet. */
export const BEFORE_WELCOME = 'it comes before the welcome'
const Unknown = z.object({ type: Id, timestamp: Timestamp, payload: z.object({}) })
const KINDS: readonly string[] = ServerFrame.options.flatMap(({ shape }) => [...shape.type.values])

/** Who does not know a kind of frame passes over it; one that is numbered within its thread belongs to its story. */
function unknownKindOf(said: unknown): { readonly kind?: string } {
  const { data } = Unknown.safeParse(said)
  const isNumbered = typeof said === 'object' && said !== null && 'sequence' in said
  return data && !isNumbered && !KINDS.includes(data.type) ? { kind: data.type } : {}
}

function describeFault([misfit]: readonly Misfit[]): string {
  return misfit && misfit.path !== '' ? `\`${misfit.path}\` ${misfit.what}` : 'it is no frame'
}

/** Whether a frame tells of a run, as opposed to the connection itself. */
export function isAgentEvent(frame: ReceivedFrame): frame is AgentEvent {
  return 'sequence' in frame
}
