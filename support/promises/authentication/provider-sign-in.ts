import { contextOf } from '#clients/authentication'
import { readSession, type Session } from '#clients/session'
import type { ProviderSignIn, Rights, StartRequest } from './provider-sign-in.checks.ts'
import { excerpt } from '#wire/excerpt'
import { UnexpectedAnswer } from '#wire/unexpected'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { OAuthFlow, type CallbackResult, type ProviderIdentity } from './oauth-flow.ts'

/** A sign-in that went well, and what it left behind. */
export interface CompletedFlow {
  readonly trip: OAuthFlow
  readonly callback: URL
  readonly session: Session
}

export const PROVIDER_IDENTITY = topic<ProviderIdentity>('become known to the outside provider')
export const PROVIDER_SIGN_INS = topic<readonly ProviderSignIn[]>('signed in through the outside provider')
export const COMPLETED_TRIP = topic<CompletedFlow>('signed in through the outside provider')

const CAPABILITY = 'oauth-google'

export function newOAuthFlow(person: Person, { target }: Scenario): OAuthFlow {
  return new OAuthFlow(person.newBrowser(), target.addresses.auth)
}

/** The person becomes known to the outside provider, where there is one, by a confirmed address of their own. */
export async function becomeKnown(person: Person, scenario: Scenario): Promise<void> {
  person.memory.note(PROVIDER_SIGN_INS, [])
  if (!scenario.offers.has(CAPABILITY)) return
  const { confirm } = await claimIdentity(person, newOAuthFlow(person, scenario), person.registration.email)
  await confirm()
}

/** The person becomes known to the outside provider by an address that need not be their own. */
export async function claimIdentity(
  person: Person,
  trip: OAuthFlow,
  email: string,
): Promise<{ identity: ProviderIdentity; confirm: () => Promise<unknown> }> {
  const { name, password } = person.registration
  const identity = { email, name, password: `${password}-elsewhere` }
  person.memory.note(PROVIDER_IDENTITY, identity)
  return { identity, confirm: await trip.signUp(identity) }
}

/** Signs in through the provider that many times, each time in a new browser; the last session is kept. */
export async function signInThroughProvider(
  person: Person,
  scenario: Scenario,
  times: number,
): Promise<void> {
  if (!scenario.offers.has(CAPABILITY)) return
  const signIns: ProviderSignIn[] = []
  for (let occasion = 0; occasion < times; occasion += 1) {
    const device = occasion === 0 ? person.device : person.addDevice()
    const { signIn, completed } = await signInOnce(person, scenario)
    person.adopt(device, contextOf(completed.session, 'outside-provider'))
    person.memory.note(COMPLETED_TRIP, completed)
    signIns.push(signIn)
  }
  person.memory.note(PROVIDER_SIGN_INS, signIns)
}

async function signInOnce(
  person: Person,
  scenario: Scenario,
): Promise<{ signIn: ProviderSignIn; completed: CompletedFlow }> {
  const trip = newOAuthFlow(person, scenario)
  const authorization = await trip.begin()
  const cookies = await trip.browser.cookiesFor(new URL(scenario.target.addresses.auth + '/auth/callback'))
  const callback = await trip.signIn(authorization, person.memory.recall(PROVIDER_IDENTITY))
  const session = sessionFrom(await trip.complete(callback))
  return {
    completed: { trip, callback, session },
    signIn: {
      userId: session.userId,
      email: session.claims.email,
      permissions: session.claims.permissions,
      tokenId: session.claims.jti,
      start: describeStart(authorization, cookies),
      trail: trip.browser.trail.map(({ href }) => href),
    },
  }
}

/** The session that a landing at the frontend carries; where it may carry it is judged apart. @throws {UnexpectedAnswer} */
export function sessionFrom({ status, target, text }: CallbackResult): Session {
  const tokens = new URLSearchParams(`${target?.hash.slice(1) ?? ''}&${target?.search.slice(1) ?? ''}`)
  const [access_token, refresh_token] = [tokens.get('access_token'), tokens.get('refresh_token')]
  if (access_token && refresh_token) return readSession({ access_token, refresh_token })
  throw new UnexpectedAnswer(
    'signing in through the provider',
    'a session',
    `${status} ${excerpt(text, 80)}`,
    0,
  )
}

/** Whether a landing hands anything over by which somebody could get in. */
export function handsOverSomething({ target, text }: CallbackResult): boolean {
  return /access_token|refresh_token|eyJ[\w-]+\./.test(`${target?.href ?? ''} ${text}`)
}

function describeStart(authorization: URL, cookies: StartRequest['cookies']): StartRequest {
  return { parameters: Object.fromEntries(authorization.searchParams), cookies }
}

/** What somebody may do: as the pass says, and as the auth service sees it. */
export async function rightsOf({ auth, device }: Person): Promise<Rights> {
  const { accessToken, claims } = device.session
  return { inPass: claims.permissions, atService: (await auth.mustMe(accessToken)).permissions }
}
