import { EventEmitter } from 'node:events'
import { WebSocket } from 'ws'
import type { ClientContext } from '#clients/client-context'
import { LiveConnection } from '#clients/live-connection'
import type { ReceivedFrame } from '#contract/frames'
import { milliseconds } from '#waiting/duration'
import type { EventLog } from '#waiting/event-log'
import { Wire } from '#wire/wire'
import { observedRun, type Word } from './observed-run.ts'

/** A connection that leads nowhere: what comes on it is what a test appends to `received`. */
export interface LooseConnection {
  readonly connection: LiveConnection
  readonly received: EventLog<ReceivedFrame>
  /** Frames that were sent on it, parsed. */
  readonly sent: unknown[]
  readonly stop: AbortController
}

/** How long the owner of such a connection waits for an answer. */
export const SOON = milliseconds(20)

/** Asha's second connection, on which these words of a run have come. */
export function connectionWith(...words: readonly Word[]): LooseConnection {
  const stop = new AbortController()
  const wire = new Wire([])
  wire.nextConnection()
  const sent: unknown[] = []
  const send = (text: string): void => void sent.push(JSON.parse(text))
  const socket = Object.assign(new EventEmitter(), { readyState: WebSocket.OPEN, send })
  const context = { wire, patience: SOON, stop: stop.signal } as unknown as ClientContext
  const connection = new LiveConnection('Asha', socket as unknown as WebSocket, context)
  for (const { event } of observedRun(words).events) connection.received.append(event)
  return { connection, received: connection.received, sent, stop }
}
