import { contextOf } from '#clients/authentication'
import { readSession, type Session } from '#clients/session'
import { RenewalAnswer } from '#contract/answers'
import { NotTestable, see } from '#expect/seen'
import { tryAccessPoints, tryEveryAccessPoint } from '#promises/shared/access-points'
import type { AccessAttempt } from '#promises/shared/access-points.checks'
import { worstCloseSince } from '#promises/shared/connection-end'
import type { ClosedConnection } from '#promises/shared/connection-end.checks'
import { tryReauthentication } from '#promises/shared/reauthentication'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import { goOnUnder } from '#promises/shared/short-lived-token'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { refreshTokenOf } from './renewal.ts'
import type { DoubleUse, UseAtOnce } from './session-limits.checks.ts'

/** Uses a refresh token again when it was renewed many times, then tries everything that it led to, and a session beside it. @throws {UnexpectedAnswer | NotTestable} */
export async function useRefreshTokenTwice(person: Person, { faults }: Scenario): Promise<DoubleUse> {
  const { auth, device } = person
  const first = await auth.mustLogin(person.registration)
  const branch = person.addDevice()
  branch.adopt(contextOf(first, 'password'))
  const lines = [await branch.connect(), await branch.connect()]
  const second = await auth.mustRefresh(refreshTokenOf({ session: first }))
  const newest = await renewOften(person, second)
  lines.push(await branch.connect({ token: newest.accessToken, by: 'subprotocol' }))
  await Promise.all(lines.slice(1, 2).map((line) => goOnUnder(line, newest.accessToken)))
  for (const { number } of lines) faults.expectClose(number)
  const askedAt = performance.now()
  const replay = await refreshWith(person, 'the spent means of renewal', refreshTokenOf({ session: first }))
  const isOver = replay.status === 401
  const [newestRefresh, access, close] = await Promise.all([
    refreshWith(person, 'the newest means of renewal', refreshTokenOf({ session: newest })),
    tryNewestThenEarlier(person, newest.accessToken, first.accessToken),
    see(() => (isOver ? worstCloseSince(lines, askedAt) : notOver())),
  ])
  // What should have been shut and was not takes room.
  await branch.disconnect()
  const otherSession = await tryAccessPoints(person, { token: device.session.accessToken })
  return { replay, newestRefresh, branchAccess: access, otherSession, close }
}

/** A session may be renewed for as long as its owner likes. */
const OFTEN = 8

/** Renews a session again and again, each time by what came of it. @returns the newest */
async function renewOften({ auth }: Person, session: Session): Promise<Session> {
  let newest = session
  for (let times = 0; times < OFTEN; times += 1)
    newest = await auth.mustRefresh(refreshTokenOf({ session: newest }))
  return newest
}

/** One after the other: her lines that are watched meanwhile take room, too. */
async function tryNewestThenEarlier(
  person: Person,
  newest: string,
  earlier: string,
): Promise<AccessAttempt[]> {
  return [
    ...(await tryEveryAccessPoint(person, { token: newest })),
    ...(await tryAccessPoints(person, { token: earlier })),
  ]
}

function notOver(): ClosedConnection {
  throw new NotTestable('the spent means of renewal was not refused: see there')
}

/** Uses a refresh token twice at the same moment, and tries what came of it. @throws {UnexpectedAnswer | NotTestable} */
export async function useRefreshTokenAtOnce(person: Person): Promise<UseAtOnce> {
  const { auth } = person
  const session = await auth.mustLogin(person.registration)
  person.addDevice().adopt(contextOf(session, 'password'))
  const token = refreshTokenOf({ session })
  const uses = await Promise.all([auth.refresh(token), auth.refresh(token), auth.refresh(token)])
  const renewed = uses
    .filter(({ status }) => status === 200)
    .map((each) => readSession(each.must(200, RenewalAnswer)))
  const refreshes = renewed.map((each) =>
    refreshWith(person, 'what came of it', refreshTokenOf({ session: each })),
  )
  const entries = [session, ...renewed].map((each) => tryAccessPoints(person, { token: each.accessToken }))
  return {
    statuses: uses.map(({ status }) => status),
    refreshes: await Promise.all(refreshes),
    access: (await Promise.all(entries)).flat(),
  }
}

/** Tries what must open nothing at every door, and for a line of her own that is to go on under it. @throws {NoConnection} */
export async function tryWhereNothingOpens(
  person: Person,
  token: string,
  scenario: Scenario,
): Promise<AccessAttempt[]> {
  const { accessToken: good } = person.device.session
  const [entries, renewal] = await Promise.all([
    tryEveryAccessPoint(person, { token }),
    tryReauthentication(person, { good, tried: token }, scenario),
  ])
  return [...entries, renewal]
}

/** Uses an access token for renewing. */
export function refreshWithAccessToken(person: Person): Promise<Attempt> {
  return refreshWith(person, 'a pass', person.device.session.accessToken)
}

async function refreshWith({ auth }: Person, what: string, token: string): Promise<Attempt> {
  return attemptOf(what, await auth.refresh(token))
}
