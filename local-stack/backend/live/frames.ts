import { z } from 'zod'
import { CONTRACT_LIMITS } from '#kit/contract-limits'
import { describeIssue } from '#kit/faults'

const { messageLength } = CONTRACT_LIMITS
const Text = z.string().min(1)
const Content = z.string().min(messageLength.min).max(messageLength.max)

const PAYLOADS = {
  user_message: z.object({ content: Content, thread_id: Text, client_message_id: Text }),
  ping: z.object({ nonce: Text }),
  resume: z.object({ thread_id: Text, after: z.number().int().min(0) }),
  stop_run: z.object({ run_id: Text }),
  reauthenticate: z.object({ token: Text }),
}

type Payloads = { [Type in keyof typeof PAYLOADS]: z.output<(typeof PAYLOADS)[Type]> }
export type ClientFrameType = keyof Payloads
export type ClientFrame = {
  [Type in ClientFrameType]: { type: Type; payload: Payloads[Type] }
}[ClientFrameType]

/** What a client may send. */
export const CLIENT_FRAME_TYPES = Object.keys(PAYLOADS) as ClientFrameType[]

/** A frame that could not be taken; `payload` says to which message this belongs, as far as is known. */
export class FrameError extends Error {
  readonly code: string
  readonly payload: object

  constructor(code: string, message: string, payload: object = {}) {
    super(message)
    this.code = code
    this.payload = payload
  }
}

/** Reads a client's frame. @throws {FrameError} FORMAT_ERROR, UNKNOWN_TYPE or INVALID_MESSAGE */
export function readFrame(data: string, isBinary: boolean): ClientFrame {
  const frame = isBinary ? undefined : parse(data)
  if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) {
    throw new FrameError('FORMAT_ERROR', 'A message must be one JSON object')
  }
  const { type, payload } = frame as { type?: unknown; payload?: unknown }
  if (!isClientFrameType(type)) throw new FrameError('UNKNOWN_TYPE', 'This type of message is not known')
  const { data: read, error } = PAYLOADS[type].safeParse(payload)
  if (error) throw new FrameError('INVALID_MESSAGE', describeIssue(error), referenceTo(payload))
  return { type, payload: read } as ClientFrame
}

/** Which message an error is about. */
export function referenceTo(payload: unknown): object {
  if (typeof payload !== 'object' || payload === null) return {}
  const { client_message_id, run_id } = payload as Record<string, unknown>
  const reference = { client_message_id, run_id }
  return Object.fromEntries(Object.entries(reference).filter(([, value]) => typeof value === 'string'))
}

function isClientFrameType(type: unknown): type is ClientFrameType {
  return typeof type === 'string' && Object.hasOwn(PAYLOADS, type)
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
