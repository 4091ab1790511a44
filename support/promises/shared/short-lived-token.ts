import { mintAccessToken } from '#clients/authentication'
import type { LiveConnection } from '#clients/live-connection'
import type { Session } from '#clients/session'
import { NotTestable } from '#expect/seen'
import { closeSince } from './connection-end.ts'
import type { ClosedConnection } from './connection-end.checks.ts'
import { startStopwatch } from '#waiting/deadline'
import { milliseconds, seconds, type Duration } from '#waiting/duration'
import { whenOver } from '#waiting/moment'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { SharedState } from './state.ts'

/** A token that expires in a moment, and a connection that lives by it, which nobody renews. */
export interface ShortLivedToken {
  readonly token: string
  /** When it expires by the target's clock, in milliseconds on the process's clock. */
  readonly expiresAt: number
  readonly connection: LiveConnection
  /** That it was accepted before its time was up. */
  readonly control: string
}

/** Short enough to wait for. */
const SHORTEST_LIFE = seconds(1)
/** Long enough for what is begun in it: so many calls, as slow and as far apart as they are here. */
const CALLS_IN_A_LIFE = 25
/** How far off our idea of the target's clock may be. */
const CLOCKS_AGREE_WITHIN = milliseconds(250)

/**
 * Mints a token that is about to expire, and opens one more connection with it.
 *
 * @returns the token
 * @throws {NotTestable} when nobody here can sign one
 */
export async function openShortLivedConnection(person: Person, scenario: Scenario): Promise<string> {
  const elapsed = startStopwatch()
  await person.auth.me(person.device.session.accessToken)
  const life = milliseconds(Math.max(SHORTEST_LIFE.ms, CALLS_IN_A_LIFE * elapsed().ms))
  const { token, expiresAt } = mintShortLived(person.device.session, life, scenario)
  const connection = await person.addDeviceOfSameSession().connect({ token })
  scenario.faults.expectClose(connection.number)
  const { status } = await person.auth.me(token)
  const control = `before its time was up it opened a line, and the auth service (${status})`
  person.state.of(SharedState).shortLived.set({ token, expiresAt, connection, control })
  return token
}

/** A token of the same person that lives so long, and up to a second more, by the target's clock. */
function mintShortLived(
  session: Session,
  life: Duration,
  { target, skewMs }: Scenario,
): Pick<ShortLivedToken, 'token' | 'expiresAt'> {
  const { signingSecret } = target
  if (!signingSecret) throw new NotTestable('expiry cannot be waited for here: set JWT_SECRET_STAGING')
  const now = Date.now() + skewMs
  const [iat, exp] = [Math.floor(now / 1000), Math.ceil((now + life.ms) / 1000)]
  const expiresAt = performance.now() + (exp * 1000 - now)
  return { token: mintAccessToken(session, signingSecret, { iat, exp }), expiresAt }
}

/** A token that is about to expire, and what lives by it. @throws {StepTooEarly} */
export function shortLivedTokenOf({ state }: Person): ShortLivedToken {
  return state.of(SharedState).shortLived.get()
}

/** Waits until the short-lived token has expired, by the target's clock. @throws {NotObserved} when the run is stopped */
export function waitUntilExpired(person: Person, { stop }: Scenario): Promise<void> {
  const over = shortLivedTokenOf(person).expiresAt + CLOCKS_AGREE_WITHIN.ms
  return whenOver('the end of a session', () => over - performance.now(), stop)
}

/** Waits for the platform to close the connection that nobody renewed; `took` is counted from its expiry. @throws {NotObserved} */
export function closeOfShortLivedConnection(person: Person): Promise<ClosedConnection> {
  const { connection, expiresAt } = shortLivedTokenOf(person)
  return closeSince(connection, expiresAt)
}
