import { readSession, type Session } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import { closeForGood } from '#promises/shared/closing'
import { allOf } from '#waiting/all-of'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { ComingBack, HandoverPage, ProviderSession } from './provider-session.checks.ts'
import { claimIdentity, goToProvider, newOAuthFlow, sessionFrom } from './provider-sign-in.ts'
import { authenticationOf } from './state.ts'
import { liveThrough } from './whole-life.ts'

/** Renews a session that came from the provider, signs out of it, and renews another twice by the same. @throws {StepTooEarly | UnexpectedAnswer} */
export function renewAndEnd(person: Person, scenario: Scenario): Promise<ProviderSession> {
  const { device, devices } = person
  // She goes on with the first of her devices.
  const [beside = device, ended = device, twice = device] = devices
  return liveThrough(person, [ended.session, twice.session, beside.session], scenario)
}

/** Opens an account at the provider, closes it, and signs in there once more, as does she herself. @throws {LostAtProvider | UnexpectedAnswer} */
export async function comeBackToProvider(person: Person, scenario: Scenario): Promise<ComingBack> {
  const { auth, registration } = person
  const flow = newOAuthFlow(person, scenario)
  const email = registration.email.replace('@', '.back@')
  const { identity, confirm } = await claimIdentity(person, flow, email)
  await confirm()
  const goThere = async (): Promise<URL> => flow.signIn(await flow.begin(), identity)
  const former = sessionFrom(await flow.complete(await goThere()))
  const after = await closeAndTry(person, former, scenario)
  const [callback, trip] = [await goThere(), await goToProvider(person, scenario)]
  const [session, beside] = await allOf([flow.complete(callback), trip.flow.complete(trip.callback)]).then(
    ([one, other]) => [sessionFrom(one), sessionFrom(other)] as const,
  )
  ;(await closeForGood(person, session.accessToken, scenario)).mustBe(204)
  const registered = await auth.register({ ...registration, email })
  if (registered.status === 200) person.deleteAccountLater(readSession(registered.must(200, SessionAnswer)))
  return {
    isAnother: session.userId !== former.userId && session.userId !== beside.userId,
    isHerself: beside.userId === person.device.session.userId,
    after,
    registered: attemptOf('registering its address', registered),
  }
}

async function closeAndTry(person: Person, session: Session, scenario: Scenario): Promise<Attempt[]> {
  const { auth } = person
  const { accessToken, refreshToken = '' } = session
  ;(await closeForGood(person, accessToken, scenario)).mustBe(204)
  const [opens, renews] = await allOf([auth.me(accessToken), auth.refresh(refreshToken)])
  return [attemptOf('the pass of a closed account', opens), attemptOf('renewing by it', renews)]
}

/** The pages of the frontend at which sign-ins come out. @throws {StepTooEarly} */
export async function openHandoverPages(person: Person, { target }: Scenario): Promise<HandoverPage[]> {
  const { frontend } = target.addresses
  const ways = authenticationOf(person)
    .signIns.get()
    .flatMap(({ trail }) => trail.slice(-1))
  const pages = ['/auth/callback', '/auth/error?error=access_denied'].map(async (path) => {
    const request = { method: 'GET', url: frontend + path, headers: { accept: 'text/html' }, body: undefined }
    const { status, headers } = await person.http.send('frontend', request)
    return {
      path,
      status,
      type: headers['content-type'] ?? '',
      ways: ways.map(withoutTokens),
      home: `${frontend}/auth/callback`,
    }
  })
  return Promise.all(pages)
}

function withoutTokens(address: string): string {
  return address.split('#')[0] ?? ''
}
