import { tryLiveConnection } from '#promises/shared/access-points'
import type { AccessAttempt, AccessTrial } from '#promises/shared/access-points.checks'
import { expiredToken } from '#promises/shared/forged-tokens'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

/** Tries to watch without a good pass, in every way; and with one's own pass, as it should be. */
export async function connectWithBadTokens(person: Person, scenario: Scenario): Promise<AccessTrial> {
  await person.signIn()
  const { accessToken, refreshToken } = person.device.session
  const expired = expiredToken(person.device.session, scenario.target.signingSecret)
  const bad = [undefined, 'no-pass-at-all', `${accessToken}x`, refreshToken, ...(expired ? [expired] : [])]
  const attempts = bad.flatMap((token) => [
    tryLiveConnection(person, 'header', { token }),
    tryLiveConnection(person, 'subprotocol', { token }),
  ])
  const good = { token: accessToken }
  const control = [tryLiveConnection(person, 'header', good), tryLiveConnection(person, 'subprotocol', good)]
  return { attempts: await Promise.all(attempts), control: await Promise.all(control) }
}

/** Tries to watch with one's own good pass from foreign pages; and from the platform's own. */
export async function connectFromForeignOrigins(person: Person, { target }: Scenario): Promise<AccessTrial> {
  const { origin } = new URL(target.addresses.frontend)
  const foreign = ['https://evil.example', 'null', `${origin}.evil.example`, origin.replace('//', '//x.')]
  const token = person.device.session.accessToken
  const from = (page: string): Promise<AccessAttempt> => tryLiveConnection(person, 'header', { token }, page)
  return { attempts: await Promise.all(foreign.map(from)), control: [await from(origin)] }
}
