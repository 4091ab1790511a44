import type { FrameHandler } from '@netra/local-stack/backend/live/handlers'

type Connection = Parameters<FrameHandler>[0]

/** Does something besides, whenever a client sends a frame of this type. */
export function besides(
  standard: FrameHandler,
  type: string,
  act: (connection: Connection) => unknown,
): FrameHandler {
  return async (connection, data, isBinary) => {
    await standard(connection, data, isBinary)
    if (data.includes(`"type":"${type}"`)) await act(connection)
  }
}

/** Whether this is JSON at all. */
export function isReadable(data: string): boolean {
  try {
    JSON.parse(data)
    return true
  } catch {
    return false
  }
}

type Payload = Readonly<Record<string, unknown>>

/** What a client's frame of this type holds; nothing where it is no such frame, or holds nothing. */
export function payloadOf(data: string, type: string): Payload | undefined {
  if (!isReadable(data)) return undefined
  const frame = JSON.parse(data) as { type?: unknown; payload?: unknown } | null
  const { payload } = frame?.type === type ? frame : {}
  return typeof payload === 'object' && payload !== null ? (payload as Payload) : undefined
}
