import { contextOf } from '#clients/authentication'
import { tryAccessPoints, tryEveryAccessPoint } from '#promises/shared/access-points'
import type { AccessAttempt } from '#promises/shared/access-points.checks'
import { tryReauthentication } from '#promises/shared/reauthentication'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { refreshTokenOf } from './renewal.ts'
import type { DoubleUse } from './session-limits.checks.ts'

/** Uses a refresh token twice, then tries everything that it led to, and a session beside it. @throws {UnexpectedAnswer | NotTestable} */
export async function useRefreshTokenTwice(person: Person): Promise<DoubleUse> {
  const { auth, device } = person
  const first = await auth.mustLogin(person.registration)
  person.addDevice().adopt(contextOf(first, 'password'))
  const newest = await auth.mustRefresh(refreshTokenOf({ session: first }))
  return {
    replay: await refreshWith(person, 'the spent means of renewal', refreshTokenOf({ session: first })),
    newestRefresh: await refreshWith(
      person,
      'the newest means of renewal',
      refreshTokenOf({ session: newest }),
    ),
    newestAccess: await tryEveryAccessPoint(person, { token: newest.accessToken }),
    otherSession: await tryAccessPoints(person, { token: device.session.accessToken }),
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
