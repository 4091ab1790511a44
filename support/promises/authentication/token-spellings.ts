import type { Credential } from '#promises/shared/access-points'
import type { Forgery } from '#promises/shared/forged-tokens'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

/** Who tries to get in as whom. */
export interface BreakInSetting {
  readonly intruder: Person
  readonly owner: Person
  readonly scenario: Scenario
}

/** One spelling of a kind of token. */
export type TokenSpelling = Credential

/** What a forger in this setting has to work with. */
export function forgeryOf({ intruder, owner, scenario }: BreakInSetting): Forgery {
  return {
    genuine: owner.device.session,
    otherSubject: intruder.device.session.userId,
    secret: scenario.target.signingSecret,
  }
}

/** Nothing at all, and what is no token: names of people, and words that a careless client sends. */
export function noTokens({ owner }: BreakInSetting): readonly TokenSpelling[] {
  const { session } = owner.device
  const bearers = ['null', 'undefined', 'a.b.c', session.userId, owner.registration.email]
  const headers = ['Bearer', `Basic ${Buffer.from(`${session.userId}:`).toString('base64')}`]
  return [
    {},
    ...bearers.map((token) => ({ token })),
    ...headers.map((authorization) => ({ headers: { authorization } })),
  ]
}

/** By which names somebody may look for a token in an address. */
const IN_ADDRESSES = [
  'token',
  'access_token',
  'jwt',
  'bearer',
  'auth',
  'authorization',
  'api_key',
  'id_token',
]

/** The owner's own good token, but where everybody on the way can read it. */
export function inAddresses({ owner }: BreakInSetting): readonly TokenSpelling[] {
  const { accessToken } = owner.device.session
  const named = (value: string): TokenSpelling => ({
    query: Object.fromEntries(IN_ADDRESSES.map((name) => [name, value])),
  })
  return [named(accessToken), named(`Bearer ${accessToken}`)]
}
