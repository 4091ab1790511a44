import { tryLiveConnection } from '#promises/shared/access-points'
import type { AccessAttempt, AccessTrial } from '#promises/shared/access-points.checks'
import { expiredToken } from '#promises/shared/forged-tokens'
import { resemblingOrigins } from '#promises/shared/foreign-origins'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

/** Tries to connect without a good token, in every way; and with one's own, as it should be. */
export async function connectWithBadTokens(person: Person, { target }: Scenario): Promise<AccessTrial> {
  const { session } = person.device
  const { accessToken, refreshToken } = session
  const expired = expiredToken(session, target.signingSecret)
  const bad = [undefined, 'no-pass-at-all', `${accessToken}x`, refreshToken, ...(expired ? [expired] : [])]
  const attempts = bad.flatMap((token) => inEveryWay(person, token))
  const control = inEveryWay(person, accessToken)
  return { attempts: await Promise.all(attempts), control: await Promise.all(control) }
}

function inEveryWay(person: Person, token: string | undefined, page?: string): Promise<AccessAttempt>[] {
  const ways = ['header', 'subprotocol'] as const
  return ways.map((way) => tryLiveConnection(person, way, { token }, page))
}

/** Tries to connect with one's own good token from foreign pages, in every way; and from the platform's own. */
export async function connectFromForeignOrigins(person: Person, { target }: Scenario): Promise<AccessTrial> {
  const { origin } = new URL(target.addresses.frontend)
  const foreign = ['https://evil.example', ...resemblingOrigins(origin)]
  const token = person.device.session.accessToken
  const attempts = foreign.flatMap((page) => inEveryWay(person, token, page))
  const control = inEveryWay(person, token, origin)
  return { attempts: await Promise.all(attempts), control: await Promise.all(control) }
}
