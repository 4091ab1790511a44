import { contextOf } from '#clients/authentication'
import type { Attempt } from '#promises/shared/refusals.checks'
import type { DoubleUse } from './session-limits.checks.ts'
import type { Person } from '#world/person'
import { tryAccessPoints } from '#promises/shared/access-points'
import { refreshTokenOf } from './renewal.ts'

/** A means of renewal is used twice; then everything that it led to is tried, and a session beside it. */
export async function useRefreshTokenTwice(person: Person): Promise<DoubleUse> {
  const { auth, device } = person
  const other = person.addDevice()
  const first = await auth.mustLogin(person.registration)
  other.adopt(contextOf(first, 'password'))
  const renewed = await auth.mustRefresh(refreshTokenOf({ session: first }))
  const replay = await auth.refresh(refreshTokenOf({ session: first }))
  const newest = await auth.refresh(refreshTokenOf({ session: renewed }))
  return {
    replay: { what: 'the spent means of renewal', status: replay.status, text: replay.text },
    newestRenewal: { what: 'the newest means of renewal', status: newest.status, text: newest.text },
    newestPass: await tryAccessPoints(person, { token: renewed.accessToken }),
    besides: await tryAccessPoints(person, { token: device.session.accessToken }),
  }
}

/** What is not meant for renewing is used for it. */
export async function refreshWithAccessToken(person: Person): Promise<Attempt> {
  const { status, text } = await person.auth.refresh(person.device.session.accessToken)
  return { what: 'a pass', status, text }
}
