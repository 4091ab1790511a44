import { lastingText } from '#contract/fleeting'
import { randomBytes } from 'node:crypto'
import type { Session } from '#clients/session'
import { MeAnswer, ProfileAnswer } from '#contract/answers'
import { closeForGood } from '#promises/shared/closing'
import type { Fact } from '#promises/shared/facts.checks'
import { callsWith, listedIn, statusFact, toldFact } from '#promises/shared/own-calls'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { IsolationState } from './state.ts'

const [UNAUTHORIZED, NOT_FOUND] = [401, 404]

/**
 * Registers the address of an account that was closed anew, under another name and with another password, and looks
 * for what was there before.
 *
 * @param member somebody else, whose rights are every member's
 * @throws {UnexpectedAnswer} when the address is not free
 */
export async function beginAnew(person: Person, member: Person, scenario: Scenario): Promise<Fact[]> {
  const { auth, registration, device } = person
  const former = device.session
  const early = await tryFormer(person, former, 'before')
  const name = `${registration.name} the Second`
  const password = `Pw-${randomBytes(12).toString('hex')}`
  const session = await auth.mustRegister({ ...registration, name, password })
  person.deleteAccountLater(session)
  const [own, nothing, late, logIn] = await Promise.all([
    toldOf(person, session, { name, permissions: member.device.session.claims.permissions }),
    nothingThere(person, session),
    tryFormer(person, former, 'after'),
    auth.login(registration),
  ])
  const opens = statusFact('to sign in with the former password', UNAUTHORIZED, logIn)
  return [
    ...early,
    ...own,
    ...nothing,
    ...late,
    opens,
    ...(await closeAgain(person, { session, password }, scenario)),
  ]
}

/** Closes the new account, and tries to sign in to it: it is refused as where there was never any. */
async function closeAgain(
  person: Person,
  { session, password }: { readonly session: Session; readonly password: string },
  scenario: Scenario,
): Promise<Fact[]> {
  const { auth, registration } = person
  const { email } = registration
  const closed = await closeForGood(person, session.accessToken, scenario)
  const nobodys = email.replace('@', '.nobody@')
  const [logIn, unknown] = [
    await auth.login({ email, password }),
    await auth.login({ email: nobodys, password }),
  ]
  return [
    statusFact('to close it again', 204, closed),
    statusFact('to sign in when it is closed', UNAUTHORIZED, logIn),
    { what: 'what is said then', wanted: lastingText(unknown.text), seen: lastingText(logIn.text) },
  ]
}

/** What her former session still does. @param when before or after the address was registered anew */
async function tryFormer(
  person: Person,
  { accessToken, refreshToken }: Session,
  when: string,
): Promise<Fact[]> {
  const { auth } = person
  const call = callsWith(person, accessToken)
  const [me, profile, list, renewal] = await Promise.all([
    auth.me(accessToken),
    call('profile'),
    call('listThreads'),
    refreshToken === undefined ? undefined : auth.refresh(refreshToken),
  ])
  const tries = { 'her account': me, 'her profile': profile, 'her conversations': list }
  return [
    ...Object.entries(tries).map(([what, answer]) =>
      statusFact(`${what} by the former pass, ${when} she is back`, UNAUTHORIZED, answer),
    ),
    ...(renewal
      ? [statusFact(`to renew the former session, ${when} she is back`, UNAUTHORIZED, renewal)]
      : []),
  ]
}

interface Newcomer {
  readonly name: string
  readonly permissions: readonly string[]
}

/** Who she is now. */
async function toldOf(person: Person, session: Session, wanted: Newcomer): Promise<Fact[]> {
  const call = callsWith(person, session.accessToken)
  const [me, profile] = await Promise.all([call('me'), call('profile')])
  const { name, permissions } = me.must(200, MeAnswer)
  return [
    ...toldFact('her name', wanted.name, name),
    ...toldFact('her name in the profile', wanted.name, profile.must(200, ProfileAnswer).name),
    { what: 'her rights', wanted: wanted.permissions.toSorted(), seen: permissions.toSorted() },
  ]
}

/** That nothing of the former account is hers. */
async function nothingThere(person: Person, { accessToken }: Session): Promise<Fact[]> {
  const { ids } = person.state.of(IsolationState).owned.get()
  const call = callsWith(person, accessToken)
  const { conversation, run } = ids
  const [list, found, ...former] = await Promise.all([
    call('listThreads'),
    call('listThreads', { query: { q: person.marker } }),
    call('thread', { id: conversation }),
    call('messages', { id: conversation }),
    call('run', { id: run }),
    call('runEvents', { id: run }),
  ])
  const what = ['conversation', 'messages', 'work', 'record of work']
  return [
    { what: 'what she has', wanted: NOTHING, seen: listedIn(list) },
    { what: 'what is found by the words of before', wanted: NOTHING, seen: listedIn(found) },
    ...former.map((answer, index) => statusFact(`her former ${what[index] ?? ''}`, NOT_FOUND, answer)),
  ]
}

const NOTHING = { ids: [], total: 0 }
