import type { ClientRequest, IncomingMessage } from 'node:http'
import { WebSocket, type ClientOptions } from 'ws'
import { CLOSE } from '#contract/codes'
import type { FrameOf } from '#contract/frames'
import { PROMISED } from '#contract/promises'
import { within } from '#waiting/deadline'
import { EventLog } from '#waiting/event-log'
import { CallStopped, NoConnection } from '#wire/unexpected'
import type { ClientContext } from './http.ts'
import { LiveConnection, type ConnectionClose } from './live-connection.ts'

/** What came of trying to open a connection. Failed: neither opened nor refused as the contract says. */
export type ConnectionAttempt =
  | {
      readonly outcome: 'open'
      readonly connection: LiveConnection
      readonly welcome: FrameOf<'connection_established'>
    }
  | { readonly outcome: 'refused'; readonly how: string }
  | { readonly outcome: 'failed'; readonly how: string }

/** How a connection is to be opened. */
export interface ConnectionOptions {
  readonly token?: string | undefined
  /** How the token is presented; the header unless said otherwise. */
  readonly by?: 'header' | 'subprotocol'
  /** The page that a browser would say it comes from. */
  readonly origin?: string
  /** For what does not belong in an address. */
  readonly query?: Readonly<Record<string, string>>
  /** Besides, or in place of, the one that a token makes. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Nobody waits longer to be let in than is promised. */
const { connection: OPENING } = PROMISED
/** How an upgrade is refused. */
const REFUSALS = [401, 403]

/** Tries to open a live connection, and waits for the welcome or the refusal. @throws {CallStopped} */
export async function openConnection(
  person: string,
  context: ClientContext,
  details: ConnectionOptions,
): Promise<ConnectionAttempt> {
  const url = addressOf(context.addresses.live, details)
  await context.pacer.turn(new URL(url), context.stop)
  const socket = new WebSocket(url, protocolsOf(details), optionsOf(details))
  const connection = new LiveConnection(person, socket, context)
  const { token = '' } = details
  context.wire.lineOpened({ connection: connection.number, person, token })
  const record = recordHandshake(person, context, url)
  const outcome = Promise.race([
    rejectionOf(socket).then((status) => judgeRejection(status, record)),
    welcomeOn(connection).then((attempt) => (record(101), attempt)),
  ])
  const attempt = await within(`the welcome on ${person}'s line`, OPENING, context.stop, outcome).catch(
    (error: unknown): ConnectionAttempt => ({
      outcome: 'failed',
      how: error instanceof Error ? error.message : String(error),
    }),
  )
  if (attempt.outcome !== 'open') await connection.close()
  if (attempt.outcome === 'failed' && context.stop.aborted) throw new CallStopped(`${person}'s line`)
  return attempt
}

/** Opens a live connection, and insists. @throws {NoConnection | CallStopped} */
export async function mustOpenConnection(
  person: string,
  context: ClientContext,
  details: ConnectionOptions,
): Promise<{ connection: LiveConnection; welcome: FrameOf<'connection_established'> }> {
  const attempt = await openConnection(person, context, details)
  if (attempt.outcome === 'open') return attempt
  throw new NoConnection(person, attempt.how)
}

async function welcomeOn(connection: LiveConnection): Promise<ConnectionAttempt> {
  const welcome = connection.mustReceive('connection_established', EventLog.START, OPENING)
  return welcome.then(
    (frame): ConnectionAttempt => ({ outcome: 'open', connection, welcome: frame }),
    async (): Promise<ConnectionAttempt> => judgeEnd(connection, await connection.mustClose(OPENING)),
  )
}

/** Accepted as refused: an error frame, nothing else, and the policy's close code. */
function judgeEnd(connection: LiveConnection, { code, reason }: ConnectionClose): ConnectionAttempt {
  const heard = connection.received.since(EventLog.START).map(({ value }) => value.type)
  const how = `ended with ${code} ${reason} after ${heard.join(', ') || 'nothing'}`
  const isRefusal = code === CLOSE.policyViolation && heard.length === 1 && heard[0] === 'error_message'
  return { outcome: isRefusal ? 'refused' : 'failed', how }
}

/** With which status an upgrade was answered that was not granted. */
function rejectionOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.once('unexpected-response', (request: ClientRequest, response: IncomingMessage) => {
      resolve(response.statusCode ?? 0)
      request.destroy()
    })
  })
}

function judgeRejection(status: number, record: (status: number) => void): ConnectionAttempt {
  record(status)
  return { outcome: REFUSALS.includes(status) ? 'refused' : 'failed', how: `${status} at the door` }
}

function addressOf(live: string, { query }: ConnectionOptions): string {
  const url = new URL(live)
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
  return url.href
}

function protocolsOf({ token, by }: ConnectionOptions): string[] {
  if (by !== 'subprotocol' || token === undefined) return []
  return ['jwt-auth', `jwt.${Buffer.from(token).toString('base64url')}`]
}

function optionsOf({ token, by, origin, headers: more }: ConnectionOptions): ClientOptions {
  const byHeader = token !== undefined && by !== 'subprotocol'
  const headers = { ...(byHeader ? { authorization: `Bearer ${token}` } : {}), ...more }
  return { headers, handshakeTimeout: OPENING.ms, perMessageDeflate: false, ...(origin ? { origin } : {}) }
}

/** The handshake is an exchange like any other. */
function recordHandshake(person: string, { wire }: ClientContext, url: string): (status: number) => void {
  const at = wire.now()
  const number = wire.nextExchange()
  const request = { method: 'GET', url, headers: { upgrade: 'websocket' } }
  return (status) => {
    const response = { status, headers: {}, body: '' }
    wire.exchange({ number, person, service: 'live', request, response, at, elapsedMs: wire.now() - at })
  }
}
