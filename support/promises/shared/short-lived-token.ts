import { mintAccessToken } from '#clients/authentication'
import type { LiveConnection } from '#clients/live-connection'
import type { Session } from '#clients/session'
import { NotTestable } from '#expect/seen'
import type { ClosedConnection } from './connection-end.checks.ts'
import { milliseconds, seconds } from '#waiting/duration'
import { whenOver } from '#waiting/moment'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { SharedState } from './state.ts'

/** A pass that runs out in a moment, and a line that lives by it, which nobody renews. */
export interface ShortLivedToken {
  readonly token: string
  /** On the target's clock. */
  readonly expiresAt: Date
  readonly connection: LiveConnection
  /** That it opened doors before its time was up. */
  readonly control: string
}

/** Long enough to begin something, short enough to wait for. */
const SHORTEST_LIFE = seconds(2)
/** How far off our idea of the target's clock may be. */
const CLOCKS_AGREE_WITHIN = milliseconds(250)

/**
 * Gets a pass that is about to run out, and opens one more line with it.
 *
 * @returns the pass
 * @throws {NotTestable} when nobody here can sign one
 */
export async function openShortLivedConnection(person: Person, scenario: Scenario): Promise<string> {
  const { token, expiresAt } = mintShortLived(person.device.session, scenario)
  const connection = await person.addDeviceOfSameSession().connect({ token })
  const { status } = await person.auth.me(token)
  const control = `before its time was up it opened a line, and the auth service (${status})`
  person.state.of(SharedState).shortLived.set({ token, expiresAt, connection, control })
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
export function waitUntilExpired({ state }: Person, { skewMs, stop }: Scenario): Promise<void> {
  const { expiresAt } = state.of(SharedState).shortLived.get()
  const over = expiresAt.getTime() + CLOCKS_AGREE_WITHIN.ms
  return whenOver('the end of a session', () => over - (Date.now() + skewMs), stop)
}

/** Waits for the platform to close the connection that nobody renewed; `took` is counted from its expiry. @throws {NotObserved} */
export async function closeOfShortLivedConnection(
  person: Person,
  scenario: Scenario,
): Promise<ClosedConnection> {
  const { connection, expiresAt } = person.state.of(SharedState).shortLived.get()
  const untilExpiry = (): number => expiresAt.getTime() - (Date.now() + scenario.skewMs)
  scenario.faults.expectClose(connection.number)
  const { code } = await connection.mustClose(milliseconds(untilExpiry() + connection.patience.ms))
  return { code, took: milliseconds(-untilExpiry()) }
}
