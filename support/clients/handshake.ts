import type { Agent, ClientRequest, IncomingMessage } from 'node:http'
import type { ClientOptions, WebSocket } from 'ws'
import { PROMISED } from '#contract/promises'
import type { ClientContext } from './client-context.ts'
import type { ConnectionAttempt, ConnectionOptions } from './open-connection.ts'
import { troubleIn, type Trouble } from './trouble.ts'

const UPGRADE = { method: 'GET', service: 'live', route: undefined } as const
/** Nobody waits longer to be let in than is promised. */
const { connection: OPENING } = PROMISED
/** How an upgrade is refused. */
const REFUSALS = [401, 403]

/** How an upgrade was answered that was not granted. */
export function rejectionOf(socket: WebSocket): Promise<IncomingMessage> {
  return new Promise((resolve) => {
    socket.once('unexpected-response', (request: ClientRequest, response: IncomingMessage) => {
      resolve(response)
      request.destroy()
    })
  })
}

/** What a rejection comes to. */
export function judgeRejection(
  { statusCode: status = 0, headers }: IncomingMessage,
  record: Tell,
): ConnectionAttempt {
  const how = `${status} at the door`
  const retry = headers['retry-after']
  const known: Record<string, string> = retry === undefined ? {} : { 'retry-after': retry }
  const trouble = troubleIn({ ...UPGRADE, status, headers: known })
  const isGivenUp = record(status, trouble)
  return REFUSALS.includes(status)
    ? { outcome: 'refused', how }
    : { outcome: 'failed', how, trouble, isGivenUp }
}

/** That it was lost before anything was said on it. */
export function lossOf(socket: WebSocket): Promise<ConnectionAttempt> {
  return new Promise((resolve) => {
    socket.once('error', ({ code = '' }: NodeJS.ErrnoException) => {
      const trouble = troubleIn({ ...UPGRADE, code })
      if (trouble) resolve({ outcome: 'failed', how: trouble.text, trouble })
    })
  })
}

/** Where it is opened. */
export function addressOf(live: string, { query, at }: ConnectionOptions): string {
  const url = new URL(live)
  if (at !== undefined) url.host = new URL(at).host
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
  return url.href
}

/** What it is opened with, where the token is among the subprotocols. */
export function protocolsOf({ token, by }: ConnectionOptions): string[] {
  if (by !== 'subprotocol' || token === undefined) return []
  return ['jwt-auth', `jwt.${Buffer.from(token).toString('base64url')}`]
}

/** What it is opened with, where the token is in a header. @param agent by which it is reached, if by one of its own */
export function optionsOf(
  { token, by, origin, headers: more }: ConnectionOptions,
  agent?: Agent,
): ClientOptions {
  const byHeader = token !== undefined && by !== 'subprotocol'
  const headers = { ...(byHeader ? { authorization: `Bearer ${token}` } : {}), ...more }
  const usual = { headers, handshakeTimeout: OPENING.ms, perMessageDeflate: false }
  return { ...usual, ...(origin ? { origin } : {}), ...(agent ? { agent } : {}) }
}

/** Tells the wire with which status it ended. @returns whether it is given up for the trouble that the target is in */
export type Tell = (status: number, trouble?: Trouble) => boolean

/** The handshake is an exchange like any other. @param isGivenUp whether nobody tries again for such trouble */
export function recordHandshake(
  person: string,
  { wire }: ClientContext,
  url: string,
  isGivenUp: (trouble: Trouble) => boolean,
): Tell {
  const at = wire.now()
  const number = wire.nextExchange()
  const request = { method: 'GET', url, headers: { upgrade: 'websocket' } }
  return (status, trouble) => {
    const response = { status, headers: {}, body: '' }
    const known = { number, person, service: 'live', request, response, at } as const
    const told = trouble && { ...trouble, isRepeated: !isGivenUp(trouble) }
    wire.exchange({ ...known, trouble: told, elapsedMs: wire.now() - at })
    return told?.isRepeated === false
  }
}
