import { mintAccessToken } from '#clients/authentication'
import type { LiveConnection } from '#clients/live-connection'
import type { Session } from '#clients/session'
import { NotTestable } from '#expect/check'
import type { ClosedConnection } from './connection-end.checks.ts'
import { milliseconds, seconds } from '#waiting/duration'
import { whenOver } from '#waiting/moment'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

/** A pass that runs out in a moment, and a line that lives by it, which nobody renews. */
export interface ShortLivedToken {
  readonly token: string
  /** On the target's clock. */
  readonly expiresAt: Date
  readonly connection: LiveConnection
  /** That it opened doors before its time was up. */
  readonly control: string
}

export const SHORT_LIVED = topic<ShortLivedToken>('got a session that is about to run out')

/** Long enough to begin something, short enough to wait for. */
const SHORTEST_LIFE = seconds(2)
/** How far off our idea of the target's clock may be. */
const CLOCKS_AGREE_WITHIN = milliseconds(250)
/** The contract's two seconds, and what it takes to notice. */
const LINE_END = seconds(4)

/**
 * Gets a pass that is about to run out, and opens one more line with it.
 *
 * @returns the pass
 * @throws {NotTestable} when nobody here can sign one
 */
export async function openShortLivedConnection(person: Person, scenario: Scenario): Promise<string> {
  const { token, expiresAt } = mintShortLived(person.device.session, scenario)
  const spare = person.addDevice()
  spare.adopt(person.device.context)
  const connection = await spare.connect({ token })
  const { status } = await person.auth.me(token)
  const control = `before its time was up it opened a line, and the auth service (${status})`
  person.memory.note(SHORT_LIVED, { token, expiresAt, connection, control })
  return token
}

/** A pass for the same person that runs out in two or three seconds, on the target's clock. */
function mintShortLived(session: Session, { target, skewMs }: Scenario): { token: string; expiresAt: Date } {
  const { signingSecret } = target
  if (!signingSecret) throw new NotTestable('expiry cannot be waited for here: set JWT_SECRET_STAGING')
  const now = Date.now() + skewMs
  const [iat, exp] = [Math.floor(now / 1000), Math.ceil((now + SHORTEST_LIFE.ms) / 1000)]
  return { token: mintAccessToken(session, signingSecret, { iat, exp }), expiresAt: new Date(exp * 1000) }
}

/** Waits until the short-lived pass has run out, on the target's clock. */
export function waitUntilExpired({ memory }: Person, { skewMs, stop }: Scenario): Promise<void> {
  const { expiresAt } = memory.recall(SHORT_LIVED)
  const over = expiresAt.getTime() + CLOCKS_AGREE_WITHIN.ms
  return whenOver('the end of a session', () => over - (Date.now() + skewMs), stop)
}

/** Waits for the platform to end the line that nobody renewed. @throws {NotObserved} */
export async function closeOfShortLivedConnection(
  person: Person,
  scenario: Scenario,
): Promise<ClosedConnection> {
  const { connection, expiresAt } = person.memory.recall(SHORT_LIVED)
  scenario.faults.expectClose(connection.number)
  const { code } = await connection.mustClose(LINE_END)
  return { code, lateMs: Date.now() + scenario.skewMs - expiresAt.getTime() }
}
