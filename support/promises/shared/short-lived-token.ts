import { mintAccessToken } from '#clients/authentication'
import type { LiveConnection } from '#clients/live-connection'
import type { Session } from '#clients/session'
import { isAbsence, NotTestable } from '#expect/seen'
import { worstCloseSince } from './connection-end.ts'
import type { ClosedConnection } from './connection-end.checks.ts'
import { startStopwatch } from '#waiting/deadline'
import { milliseconds, seconds, type Duration } from '#waiting/duration'
import { allOf } from '#waiting/all-of'
import { whenOver } from '#waiting/moment'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { SharedState } from './state.ts'

/** A token that expires in a moment, and connections that live by it, which nobody renews. */
export interface ShortLivedToken {
  readonly token: string
  /** When it expires by the target's clock, in milliseconds on the process's clock. */
  readonly expiresAt: number
  readonly connection: LiveConnection
  /** One that a browser opened, and one that was opened with a longer-lived token, and goes on under this one. */
  readonly others: readonly LiveConnection[]
  /** That it was accepted before its time was up. */
  readonly control: string
}

/** Short enough to wait for. */
const SHORTEST_LIFE = seconds(1)
/** Long enough for what is begun in it: so many calls, as slow and as far apart as they are here. */
const CALLS_IN_A_LIFE = 25
/** Of its life, at most this share may be gone when all that lives by it is open. */
const LARGEST_SHARE = 0.4
/** Who needs more than that is too slow for it. */
const LONGEST_LIFE = seconds(20)
/** How far off our idea of the target's clock may be. */
const CLOCKS_AGREE_WITHIN = milliseconds(250)

/**
 * Mints a token that is about to expire, and opens connections that live by it, in every way.
 *
 * @returns the token
 * @throws {NotTestable} when nobody here can sign one that is taken
 */
export async function openShortLivedConnection(person: Person, scenario: Scenario): Promise<string> {
  const call = startStopwatch()
  await person.auth.me(person.device.session.accessToken)
  const needed = CALLS_IN_A_LIFE * call().ms
  const opening = startStopwatch()
  const line = await person.addDeviceOfSameSession().connect()
  const life = Math.max(SHORTEST_LIFE.ms, needed, opening().ms / LARGEST_SHARE)
  return liveBriefly(person, scenario, line, milliseconds(life))
}

/** Where opening takes too much of so short a life, it is tried again with a longer one. @param line of a longer-lived token */
async function liveBriefly(
  person: Person,
  scenario: Scenario,
  line: LiveConnection,
  life: Duration,
): Promise<string> {
  const elapsed = startStopwatch()
  const isTooShort = (): boolean => elapsed().ms > life.ms * LARGEST_SHARE && life.ms < LONGEST_LIFE.ms
  const opened = await openForSoLong(person, scenario, line, life).catch(async (error: unknown) => {
    // Its time may be up before everything is open.
    if (isTooShort() && isAbsence(error)) return undefined
    await mustTakeImitations(person, scenario)
    throw error
  })
  if (!opened || isTooShort()) {
    const lines = opened ? [opened.connection, ...opened.others] : []
    await Promise.all(lines.map((open) => open.close()))
    const other = await person.addDeviceOfSameSession().connect()
    return liveBriefly(person, scenario, other, milliseconds(life.ms * 3))
  }
  person.state.of(SharedState).shortLived.set(opened)
  return opened.token
}

/** @throws {NotTestable} where no token is taken that the suite has signed, however honest, and however long it lives */
async function mustTakeImitations({ auth, device }: Person, { target }: Scenario): Promise<void> {
  const { status } = await auth.me(mintAccessToken(device.session, target.signingSecret ?? ''))
  if (status === 401) throw new NotTestable('the platform takes what it has issued itself, and nothing else')
}

async function openForSoLong(
  person: Person,
  scenario: Scenario,
  renewed: LiveConnection,
  life: Duration,
): Promise<ShortLivedToken> {
  const { token, expiresAt } = mintShortLived(person.device.session, life, scenario)
  const open = async (details: object): Promise<LiveConnection> => {
    const opened = await person.addDeviceOfSameSession().connect({ token, ...details })
    scenario.faults.expectClose(opened.number)
    return opened
  }
  scenario.faults.expectClose(renewed.number)
  // All at the same moment: the time of the token is running.
  const [connection, ofBrowser, , { status }] = await allOf([
    open({}),
    open({ by: 'subprotocol' }),
    goOnUnder(renewed, token),
    person.auth.me(token),
  ])
  const control = `before its time was up it opened a line, and the auth service (${status})`
  return { token, expiresAt, connection, others: [ofBrowser, renewed], control }
}

/** A connection is told that it goes on under another token. @throws {NotObserved} */
export async function goOnUnder(connection: LiveConnection, token: string): Promise<void> {
  const from = connection.received.mark()
  connection.reauthenticate(token)
  await connection.mustReceive('reauthenticated', from, connection.patience)
}

/** A token of the same person that lives so long, and up to a second more, by the target's clock. */
function mintShortLived(
  session: Session,
  life: Duration,
  { target, skewMs }: Scenario,
): Pick<ShortLivedToken, 'token' | 'expiresAt'> {
  const { signingSecret } = target
  if (!signingSecret) throw new NotTestable('expiry cannot be waited for here: set JWT_SECRET_STAGING')
  const now = Date.now() + skewMs.auth
  const [iat, exp] = [Math.floor(now / 1000), Math.ceil((now + life.ms) / 1000)]
  const expiresAt = performance.now() + (exp * 1000 - now)
  return { token: mintAccessToken(session, signingSecret, { iat, exp }), expiresAt }
}

/** A token that is about to expire, and what lives by it. @throws {StepTooEarly} */
export function shortLivedTokenOf({ state }: Person): ShortLivedToken {
  return state.of(SharedState).shortLived.get()
}

/** Whether it is too late to do anything in its life. */
export function isAlmostOver({ expiresAt }: ShortLivedToken): boolean {
  return performance.now() > expiresAt - CLOCKS_AGREE_WITHIN.ms
}

/** Waits until the short-lived token has expired, by the target's clock. @throws {NotObserved} when the run is stopped */
export function waitUntilExpired(person: Person, { stop }: Scenario): Promise<void> {
  const over = shortLivedTokenOf(person).expiresAt + CLOCKS_AGREE_WITHIN.ms
  return whenOver('the end of a session', () => over - performance.now(), stop)
}

/** Waits for the platform to close the connections that nobody renewed; `took` is counted from its expiry. @throws {NotObserved} */
export function closeOfShortLivedConnection(person: Person): Promise<ClosedConnection> {
  const { connection, others, expiresAt } = shortLivedTokenOf(person)
  return worstCloseSince([connection, ...others], expiresAt)
}
