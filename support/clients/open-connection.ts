import { decode } from 'jsonwebtoken'
import { WebSocket } from 'ws'
import { CLOSE } from '#contract/codes'
import type { FrameOf } from '#contract/frames'
import { PROMISED } from '#contract/promises'
import { startStopwatch, within } from '#waiting/deadline'
import { EventLog } from '#waiting/event-log'
import { leaveAlone } from '#waiting/eventually'
import { CallStopped, InTrouble, NoConnection } from '#wire/unexpected'
import { agentOf } from './agents.ts'
import {
  addressOf,
  judgeRejection,
  lossOf,
  optionsOf,
  protocolsOf,
  recordHandshake,
  rejectionOf,
} from './handshake.ts'
import type { ClientContext } from './client-context.ts'
import type { ConnectionClose } from './connection-close.ts'
import { LiveConnection } from './live-connection.ts'
import { reopening } from './reopening.ts'
import { pauseBefore, type Trouble } from './trouble.ts'

/** What came of trying to open a connection. Failed: neither opened nor refused as the contract says. */
export type ConnectionAttempt =
  | {
      readonly outcome: 'open'
      readonly connection: LiveConnection
      readonly welcome: FrameOf<'connection_established'>
    }
  | { readonly outcome: 'refused'; readonly how: string }
  | {
      readonly outcome: 'failed'
      readonly how: string
      /** The target is in trouble: it says nothing of who may come in. */
      readonly trouble?: Trouble | undefined
      /** Nobody tries again for that trouble. */
      readonly isGivenUp?: boolean
      /** Which connection it was, and how the platform ended it, when it had been opened. */
      readonly ended?: Pick<ConnectionClose, 'code' | 'reason'> & { readonly number: number }
    }

/** How a connection is to be opened. */
export interface ConnectionOptions {
  readonly token?: string | undefined
  /** How the token is presented; the header unless said otherwise. */
  readonly by?: 'header' | 'subprotocol'
  /** The page that a browser would say it comes from. */
  readonly origin?: string
  /** Of a further backend, in place of the platform's own address. */
  readonly at?: string
  /** For what does not belong in an address. */
  readonly query?: Readonly<Record<string, string>>
  /** Besides, or in place of, the one that a token makes. */
  readonly headers?: Readonly<Record<string, string>>
}

const { connection: OPENING } = PROMISED
/** Technical: who was dropped this often will be dropped again. */
const MOST_DROPS = 3

/**
 * Tries to open a live connection, and waits for the welcome or the refusal. While the target is in trouble, it is
 * tried again.
 *
 * @throws {InTrouble | CallStopped}
 */
export async function openConnection(
  person: string,
  context: ClientContext,
  details: ConnectionOptions,
  shortLives = 0,
): Promise<ConnectionAttempt> {
  const elapsed = startStopwatch()
  for (let tries = 0; ; tries += 1) {
    const isLast = (trouble: Trouble): boolean =>
      (trouble.isTooMany && !trouble.isRepeatable) ||
      elapsed().ms + pauseBefore(trouble, tries).ms > OPENING.ms
    const attempt = await tryToOpen(person, context, details, isLast)
    if (attempt.outcome === 'open')
      attempt.connection.succession.reopen = reopening(context.stop, shortLives, (token, lives) =>
        openConnection(person, context, { ...details, ...(token ? { token } : {}) }, lives),
      )
    const trouble = attempt.outcome === 'failed' ? attempt.trouble : undefined
    // A connection that is dropped each time is an answer, too.
    if (!trouble || (tries >= MOST_DROPS && !trouble.lasts)) return attempt
    const isGivenUp = (attempt.outcome === 'failed' ? attempt.isGivenUp : undefined) ?? isLast(trouble)
    if (isGivenUp) throw new InTrouble(`${person}'s line`, trouble.text)
    await leaveAlone(pauseBefore(trouble, tries), context.stop)
  }
}

async function tryToOpen(
  person: string,
  context: ClientContext,
  details: ConnectionOptions,
  isLast: (trouble: Trouble) => boolean,
): Promise<ConnectionAttempt> {
  const url = addressOf(context.addresses.live, details)
  await context.pacer.turn(new URL(url), context.stop)
  const socket = new WebSocket(url, protocolsOf(details), optionsOf(details, agentOf(context.network, url)))
  const { token = '' } = details
  const connection = new LiveConnection(person, socket, context, decode(token)?.sub?.toString())
  context.wire.lineOpened({ connection: connection.number, person, token })
  const record = recordHandshake(person, context, url, isLast)
  const outcome = Promise.race([
    rejectionOf(socket).then((response) => judgeRejection(response, record)),
    lossOf(socket),
    welcomeOn(connection).then((attempt) => (record(101), attempt)),
  ])
  const waiting = within(`the welcome on ${person}'s line`, OPENING, context.stop, outcome)
  const attempt = await waiting.catch(failure)
  if (attempt.outcome !== 'open') await connection.close()
  else await connection.speech.settle(context.stop)
  if (attempt.outcome === 'failed' && context.stop.aborted) throw new CallStopped(`${person}'s line`)
  return attempt
}

function failure(error: unknown): ConnectionAttempt {
  return { outcome: 'failed', how: error instanceof Error ? error.message : String(error) }
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
  if (code === CLOSE.policyViolation && heard.join() === 'error_message') return { outcome: 'refused', how }
  return { outcome: 'failed', how, ended: { code, reason, number: connection.number } }
}
