import { expect } from 'chai'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** How a sign-in at the provider began. */
export interface StartRequest {
  /** Of the provider's address that the browser was sent to. */
  readonly parameters: Readonly<Record<string, string>>
  /** Those that the browser will bring back. */
  readonly cookies: readonly { readonly name: string; readonly httpOnly: boolean }[]
}

/** A sign-in through the provider that led in. */
export interface ProviderSignIn {
  readonly userId: string
  readonly email: string
  readonly permissions: readonly string[]
  readonly tokenId: string
  readonly start: StartRequest
  /** Every address that the browser was sent to. */
  readonly trail: readonly string[]
}

// 128 bits in base64url.
const UNGUESSABLE = /^[\w-]{22,}$/
const S256 = /^[\w-]{43}$/
const TOKEN_IN_ADDRESS = /access_token|refresh_token|id_token|eyJ[\w-]+\./

export function oneAccount(email: string, signIns: readonly ProviderSignIn[]): Check {
  return check(
    'one-account',
    `one account of ${email}, and a session of its own each time`,
    undefined,
    () => {
      const people = new Set(signIns.map(({ userId }) => userId))
      const sessions = new Set(signIns.map(({ tokenId }) => tokenId))
      const addresses = new Set(signIns.map((signIn) => signIn.email))
      const observed = `${signIns.length} sign-ins: accounts ${[...people].join(', ')}, ${sessions.size} sessions, ${[...addresses].join(', ')}`
      const holds = signIns.length > 1 && people.size === 1 && sessions.size === signIns.length
      return settle(holds && addresses.size === 1 && addresses.has(email), { observed })
    },
  )
}

/** What somebody may do. */
export interface Rights {
  readonly inPass: readonly string[]
  readonly atService: readonly string[]
}

/** @param member what somebody who registered with a password may do */
export function rightsOfAMember(mine: Seen<Rights>, member: Seen<Rights>): Check {
  const expected = 'what everybody may do who registered with a password'
  return check('rights-of-a-member', expected, undefined, async () => {
    const [own, members] = [say(await mine()), say(await member())]
    return settle(own === members, { observed: own, control: `a member with a password: ${members}` })
  })
}

function say({ inPass, atService }: Rights): string {
  const [pass, service] = [inPass, atService].map((rights) => [...rights].sort().join(', ') || 'nothing')
  return `${pass} by the pass, ${service} by the auth service`
}

export function startIsBound(signIns: readonly ProviderSignIn[]): Check[] {
  return [
    check('request-is-bound', 'code flow with state, nonce and an S256 proof key', undefined, () => {
      for (const { start } of signIns) expectBound(start.parameters)
      return settle(signIns.length > 0, { observed: `${signIns.length} requests with all of them` })
    }),
    check('state-never-repeats', 'state, nonce and proof key different each time', undefined, () => {
      const repeated = (['state', 'nonce', 'code_challenge'] as const).filter(
        (name) => new Set(signIns.map(({ start }) => start.parameters[name])).size < signIns.length,
      )
      return settle(signIns.length > 1 && repeated.length === 0, {
        observed: `repeated: ${repeated.join(', ') || 'none'}`,
      })
    }),
    check('browser-is-bound', 'a cookie that no script can read', undefined, () => {
      const cookies = signIns.map(({ start }) => start.cookies)
      const told = cookies.flat().map(({ name, httpOnly }) => `${name}${httpOnly ? ' (HttpOnly)' : ''}`)
      const holds = cookies.length > 0 && cookies.every((own) => own.some(({ httpOnly }) => httpOnly))
      return settle(holds, { observed: told.join(', ') || 'no cookie' })
    }),
  ]
}

export function noPassInAnAddress(signIns: readonly ProviderSignIn[]): Check {
  return check('no-pass-in-an-address', 'passes in fragments only, which no server sees', undefined, () => {
    const addresses = signIns.flatMap(({ trail }) => trail)
    const telling = addresses.filter((address) => TOKEN_IN_ADDRESS.test(address.split('#')[0] ?? ''))
    const inFragment = addresses.filter((address) => /#.*access_token/.test(address))
    const control = `${inFragment.length} of ${addresses.length} addresses hand passes over in the fragment`
    const places = telling.map((address) => new URL(address).pathname)
    const observed = places.length > 0 ? `passes in the query of ${places.join(', ')}` : 'none in any address'
    return settle(telling.length === 0 && inFragment.length > 0, { observed, control })
  })
}

function expectBound(parameters: Readonly<Record<string, string>>): void {
  expect(parameters, 'the request').to.include({ response_type: 'code', code_challenge_method: 'S256' })
  expect(parameters['state'] ?? '', 'state').to.match(UNGUESSABLE)
  expect(parameters['nonce'] ?? '', 'nonce').to.match(UNGUESSABLE)
  expect(parameters['code_challenge'] ?? '', 'code_challenge').to.match(S256)
  expect(parameters['scope']?.split(' '), 'scope').to.include('openid')
  expect(parameters['redirect_uri'] ?? '', 'redirect_uri').to.match(/\/auth\/callback$/)
}
