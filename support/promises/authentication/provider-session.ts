import { readSession, type Session } from '#clients/session'
import { RenewalAnswer } from '#contract/answers'
import { attemptOf } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { ComingBack, HandoverPage, ProviderSession } from './provider-session.checks.ts'
import { claimIdentity, newOAuthFlow, sessionFrom } from './provider-sign-in.ts'
import { authenticationOf } from './state.ts'

/** Renews the last session that came from the provider, and signs out of it. @throws {StepTooEarly | UnexpectedAnswer} */
export function renewAndEnd(person: Person): Promise<ProviderSession> {
  // The last of her devices: she goes on with the others.
  return liveThrough(person, (person.devices.at(-1) ?? person.device).session)
}

/** Opens an account at the provider, closes it, and signs in there once more. @throws {LostAtProvider | UnexpectedAnswer} */
export async function comeBackToProvider(person: Person, scenario: Scenario): Promise<ComingBack> {
  const flow = newOAuthFlow(person, scenario)
  const email = person.registration.email.replace('@', '.back@')
  const { identity, confirm } = await claimIdentity(person, flow, email)
  await confirm()
  const enter = async (): Promise<Session> =>
    sessionFrom(await flow.complete(await flow.signIn(await flow.begin(), identity)))
  const former = await enter()
  ;(await person.auth.deleteMe(former.accessToken)).mustBe(204)
  const session = await enter()
  person.deleteAccountLater(session)
  return { isAnother: session.userId !== former.userId }
}

/** Renews a session, and signs out of it. @throws {UnexpectedAnswer} */
export async function liveThrough({ auth }: Person, session: Session): Promise<ProviderSession> {
  const { refreshToken = '', userId } = session
  const renewal = await auth.refresh(refreshToken)
  const renewed = renewal.status === 200 ? readSession(renewal.must(200, RenewalAnswer)) : undefined
  const token = renewed?.accessToken ?? ''
  const inside = await auth.me(token)
  const signOut = await auth.logout(token)
  const [outside, spent] = await Promise.all([auth.me(token), auth.refresh(renewed?.refreshToken ?? '')])
  return {
    isSamePerson: renewed?.userId === userId,
    before: [
      attemptOf('renewing', renewal),
      attemptOf('the renewed pass', inside),
      attemptOf('signing out', signOut),
    ],
    after: [attemptOf('the pass after that', outside), attemptOf('renewing after that', spent)],
  }
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
