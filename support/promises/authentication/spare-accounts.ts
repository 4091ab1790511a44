import type { Answer } from '#clients/answer'
import { BackendClient } from '#clients/backend-client'
import { readSession, type Session } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { ROUTES } from '#contract/routes'
import { NotTestable } from '#expect/seen'
import type { AccessAttempt } from '#promises/shared/access-points.checks'
import { closeForGood } from '#promises/shared/closing'
import { tryGuardedRoutes } from '#promises/shared/guarded-routes'
import { headersThatName } from '#promises/shared/naming-headers'
import { allOf } from '#waiting/all-of'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { refreshTokenOf } from './renewal.ts'

/** The session of an account that was opened and closed. @throws {NotTestable | UnexpectedAnswer} */
export async function sessionOfClosed(person: Person, scenario: Scenario): Promise<Session> {
  if (!person.offers.has('account-deletion')) throw new NotTestable('accounts cannot be closed here')
  const { session } = await openSpare(person, 'closed')
  const { status } = await closeForGood(person, session.accessToken, scenario)
  // What closing has to do is another promise's.
  if (status !== 204) throw new NotTestable(`no account could be closed: it answered ${status}`)
  return session
}

/** A refresh token of an account that was closed. @throws {NotTestable | UnexpectedAnswer} */
export async function refreshOfClosed(person: Person, scenario: Scenario): Promise<string> {
  return refreshTokenOf({ session: await sessionOfClosed(person, scenario) })
}

/** A refresh token of a session of one's own that was signed out. @throws {NotTestable | UnexpectedAnswer} */
export async function refreshOfSignedOut(person: Person): Promise<string> {
  if (!person.offers.has('logout-revokes-refresh'))
    throw new NotTestable('signing out ends no means of renewal here')
  return refreshTokenOf({ session: await sessionOfSignedOut(person) })
}

/** A session of one's own that was signed out. @throws {UnexpectedAnswer} */
export async function sessionOfSignedOut({ auth, registration }: Person): Promise<Session> {
  const session = await auth.mustLogin(registration)
  ;(await auth.logout(session.accessToken)).mustBe(200)
  return session
}

/**
 * Tries a good token of one's own at every route that asks who is there, with all that comes of it: on an account
 * that was opened for it, with a conversation of its own, which is given up in the end.
 *
 * @throws {UnexpectedAnswer}
 */
export async function tryOwnRoutes(person: Person): Promise<AccessAttempt[]> {
  const { session, credentials } = await openSpare(person, 'spare')
  const other = await person.auth.mustLogin(credentials)
  const backend = new BackendClient(person.http, () => session.accessToken)
  const conversation = await backend.mustCreateThread('A spare one')
  const { run_id: run } = await backend.mustSendMessage(conversation, 'What does it cost a month?')
  const ids = { conversation, run }
  const { accessToken: token } = session
  // Whom headers name has nothing to do with it.
  const headers = headersThatName(person.device.context)
  const attempts = await tryGuardedRoutes(person, { token, headers }, ids, {
    but: ['deleteMe'],
    byRight: true,
  })
  if (!person.offers.has('account-deletion')) return attempts
  return [...attempts, await closeTwice(person, other.accessToken, headers), await isStillIn(person)]
}

/** Closes an account twice at the same moment: once it is closed, and then it is or nobody is in any more. */
async function closeTwice(
  { http }: Person,
  token: string,
  headers: Readonly<Record<string, string>>,
): Promise<AccessAttempt> {
  const close = (): Promise<Answer> => http.call(ROUTES.deleteMe, { token, headers })
  const statuses = (await allOf([close(), close()])).map(({ status }) => status)
  const isClosed = statuses.includes(204) && statuses.every((status) => [204, 401].includes(status))
  const how = `it answered ${statuses.join(' and ')}`
  const outcome = isClosed ? 'open' : 'neither'
  return { accessPoint: 'DELETE /auth/me', outcome, how, texts: [], explained: true }
}

/** That who was named when somebody else signed out and left is there as before. */
async function isStillIn({ auth, device }: Person): Promise<AccessAttempt> {
  const answer = await auth.me(device.session.accessToken)
  const accessPoint = 'her account, when another has left in her name,'
  const outcome = answer.status === 200 ? 'open' : 'neither'
  return { accessPoint, outcome, how: answer.describe(), texts: [], explained: true }
}

interface SpareAccount {
  readonly session: Session
  readonly credentials: { readonly email: string; readonly password: string }
}

async function openSpare({ auth, registration }: Person, what: string): Promise<SpareAccount> {
  const credentials = { ...registration, email: registration.email.replace('@', `.${what}@`) }
  const session = readSession((await auth.register(credentials)).must(200, SessionAnswer))
  return { session, credentials }
}
