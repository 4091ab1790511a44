import { contextOf } from '#clients/authentication'
import { readSession, type Session } from '#clients/session'
import { ROUTES } from '#contract/routes'
import { FeatureFault } from '#errors/feature-fault'
import { excerpt } from '#wire/excerpt'
import { UnexpectedAnswer } from '#wire/unexpected'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { OAuthFlow, type CallbackResult, type ProviderIdentity } from './oauth-flow.ts'
import type { ProviderSignIn, Rights } from './provider-sign-in.checks.ts'
import { authenticationOf } from './state.ts'

/** A sign-in that led in, and what it left behind. */
export interface CompletedSignIn extends ProviderSignIn {
  readonly flow: OAuthFlow
  /** Where the provider sent the browser back to. */
  readonly callback: URL
  readonly session: Session
}

const CAPABILITY = 'oauth-google'
const FEWEST_OCCASIONS = 2

/** A sign-in through the provider that has not begun, in a new browser. */
export function newOAuthFlow(person: Person, { target }: Scenario): OAuthFlow {
  return new OAuthFlow(person.newBrowser(), target.addresses.auth)
}

/** Becomes known to the outside provider, where there is one, by a confirmed address of one's own. @throws {LostAtProvider} */
export async function becomeKnown(person: Person, scenario: Scenario): Promise<void> {
  // Who cannot come in by a provider comes in otherwise, so that whatever does not concern it can be seen.
  if (!scenario.offers.has(CAPABILITY)) return void (await person.signIn())
  const { email } = person.registration
  const { identity, confirm } = await claimIdentity(person, newOAuthFlow(person, scenario), email)
  await confirm()
  authenticationOf(person).identity.set(identity)
}

/** Becomes known to the outside provider by an address that need not be one's own. @throws {LostAtProvider} */
export async function claimIdentity(
  { registration: { name, password } }: Person,
  flow: OAuthFlow,
  email: string,
): Promise<{ identity: ProviderIdentity; confirm: () => Promise<unknown> }> {
  // The provider knows people by address, in any case, and password.
  const identity = { email, name, password: `${password}-for-${email}` }
  return { identity, confirm: await flow.signUp(identity) }
}

/**
 * Signs in through the provider for the first time, in that many new browsers at the same moment, and once more after
 * that, each time on a device of its own.
 *
 * @throws {FeatureFault} for a single time, {UnexpectedAnswer | LostAtProvider}
 */
export async function signInThroughProvider(
  person: Person,
  scenario: Scenario,
  times: number,
): Promise<void> {
  if (times < FEWEST_OCCASIONS)
    throw new FeatureFault(`${times} occasion cannot be compared with any: say ${FEWEST_OCCASIONS} or more`)
  if (!scenario.offers.has(CAPABILITY)) return
  const state = authenticationOf(person)
  const trips = await Promise.all(Array.from({ length: times }, () => goToProvider(person, scenario)))
  // All that is left is to come back, and that is done at once.
  const first = await Promise.all(trips.map(comeBack))
  const signIns = [...first, await comeBack(await goToProvider(person, scenario))]
  for (const [occasion, { session }] of signIns.entries()) {
    const device = occasion === 0 ? person.device : person.addDevice()
    person.adopt(device, contextOf(session, 'outside-provider'))
  }
  for (const signIn of signIns) state.lastSignIn.set(signIn)
  state.signIns.set(signIns)
}

type Trip = Pick<CompletedSignIn, 'flow' | 'callback' | 'start'>

/** Goes to the provider from a new browser, and signs in there; coming back is left. @throws {LostAtProvider | UnexpectedAnswer | StepTooEarly} */
export async function goToProvider(person: Person, scenario: Scenario): Promise<Trip> {
  const flow = newOAuthFlow(person, scenario)
  const authorization = await flow.begin()
  const callbackUrl = new URL(scenario.target.addresses.auth + ROUTES.providerCallback.path)
  const cookies = await flow.browser.cookiesFor(callbackUrl)
  const callback = await flow.signIn(authorization, authenticationOf(person).identity.get())
  return { flow, callback, start: { parameters: Object.fromEntries(authorization.searchParams), cookies } }
}

async function comeBack({ flow, callback, start }: Trip): Promise<CompletedSignIn> {
  const session = sessionFrom(await flow.complete(callback))
  return { flow, callback, session, start, trail: flow.browser.trail.map(({ href }) => href) }
}

/** Opens an account of somebody's by this address, at the provider only; it is closed afterwards. @throws {LostAtProvider | UnexpectedAnswer} */
export async function openProviderAccount(
  person: Person,
  email: string,
  scenario: Scenario,
): Promise<Session> {
  const flow = newOAuthFlow(person, scenario)
  const { identity, confirm } = await claimIdentity(person, flow, email)
  await confirm()
  const session = sessionFrom(await flow.complete(await flow.signIn(await flow.begin(), identity)))
  person.deleteAccountLater(session)
  return session
}

/** The session that a redirect to the frontend carries; where it may carry it is judged apart. @throws {UnexpectedAnswer} */
export function sessionFrom({ status, target, text }: CallbackResult): Session {
  const tokens = new URLSearchParams(`${target?.hash.slice(1) ?? ''}&${target?.search.slice(1) ?? ''}`)
  const [access_token, refresh_token] = [tokens.get('access_token'), tokens.get('refresh_token')]
  if (access_token && refresh_token) return readSession({ access_token, refresh_token })
  const observed = `${status} ${excerpt(text, 80)}`
  throw new UnexpectedAnswer('signing in through the provider', 'a session', observed, 0)
}

/** Whether the answer to a callback hands over a token, anywhere in it. */
export function handsOverToken({ target, text }: CallbackResult): boolean {
  return /access_token|refresh_token|eyJ[\w-]+\./.test(`${target?.href ?? ''} ${text}`)
}

/** What somebody may do: as the token says, and as the auth service sees it. @throws {UnexpectedAnswer} */
export async function rightsOf({ auth, device: { session } }: Person): Promise<Rights> {
  const { permissions } = await auth.mustMe(session.accessToken)
  return { inToken: session.claims.permissions, atService: permissions }
}
