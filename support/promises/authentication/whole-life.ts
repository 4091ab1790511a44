import { readSession, type Session } from '#clients/session'
import { RenewalAnswer } from '#contract/answers'
import { see, type Seen } from '#expect/seen'
import { closeSince } from '#promises/shared/connection-end'
import type { ClosedConnection } from '#promises/shared/connection-end.checks'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { ProviderSession } from './provider-session.checks.ts'

/**
 * Renews a session, and signs out of it while a line is open; renews another one twice by the same.
 *
 * @param sessions that one, the other one, and one that goes on beside them: all of one person
 * @throws {UnexpectedAnswer}
 */
export async function liveThrough(
  person: Person,
  [ended, twice, beside]: readonly [Session, Session, Session],
  scenario: Scenario,
): Promise<ProviderSession> {
  const { auth } = person
  const renewal = await auth.refresh(ended.refreshToken ?? '')
  const renewed = renewal.status === 200 ? readSession(renewal.must(200, RenewalAnswer)) : undefined
  const token = renewed?.accessToken ?? ''
  const inside = attemptOf('the renewed pass', await auth.me(token))
  const { signOut, ...end } = await signOutWatching(person, token, scenario)
  const goesOn = attemptOf('another session of hers after that', await auth.me(beside.accessToken))
  const shut = [
    attemptOf('the pass after that', await auth.me(token)),
    attemptOf('renewing after that', await auth.refresh(renewed?.refreshToken ?? '')),
  ]
  const replay = await renewTwice(person, twice)
  return {
    isSamePerson: renewed?.userId === ended.userId,
    before: [attemptOf('renewing', renewal), inside, signOut, goesOn, ...replay.before],
    after: [...shut, ...replay.after],
    ...end,
  }
}

/** How signing out went, and how the line ended that was open then; where nobody's lines need end, none is opened. */
async function signOutWatching(
  person: Person,
  token: string,
  { offers, faults }: Scenario,
): Promise<{ signOut: Attempt; close?: Seen<ClosedConnection> }> {
  const opened = offers.has('logout-closes-live') ? await person.tryConnect({ token }) : undefined
  const askedAt = performance.now()
  const signOut = attemptOf('signing out', await person.auth.logout(token))
  if (opened?.outcome !== 'open') return { signOut }
  const { connection } = opened
  faults.expectClose(connection.number)
  const close = await see(() => closeSince(connection, askedAt))
  await connection.close()
  return { signOut, close }
}

/** What of a session has to go through, and what must not, when it is renewed by the same twice. */
async function renewTwice(
  { auth, offers }: Person,
  { refreshToken = '' }: Session,
): Promise<Pick<ProviderSession, 'before' | 'after'>> {
  const first = await auth.refresh(refreshToken)
  const again = await auth.refresh(refreshToken)
  const newest = first.status === 200 ? readSession(first.must(200, RenewalAnswer)) : undefined
  const isOver = newest !== undefined && offers.has('refresh-family-revocation')
  const opens = isOver ? [attemptOf('the pass that this gave', await auth.me(newest.accessToken))] : []
  return {
    before: [attemptOf('renewing another session', first)],
    after: [attemptOf('renewing that by the same again', again), ...opens],
  }
}
