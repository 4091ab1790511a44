import { check, settle, type Check } from '#expect/check'
import { together, type Seen } from '#expect/seen'

/** How a sign-in at the provider began. */
interface StartRequest {
  /** Of the provider's address that the browser was sent to. */
  readonly parameters: Readonly<Record<string, string>>
  /** Those that the browser will bring back. */
  readonly cookies: readonly { readonly name: string; readonly httpOnly: boolean }[]
}

/** A sign-in through the provider that led in. */
export interface ProviderSignIn {
  readonly session: {
    readonly claims: { readonly sub: string; readonly email: string; readonly jti: string }
  }
  readonly start: StartRequest
  /** Every address that the browser was sent to. */
  readonly trail: readonly string[]
}

type SignIns = Seen<readonly ProviderSignIn[]>

/** All sign-ins lead to one account, each in a session of its own. @param email that the account has to have */
export function oneAccount(email: string, seen: SignIns): Check {
  const expected = `one account of ${email}, and a session of its own each time`
  return check('one-account', expected, seen, (signIns) => {
    const claims = signIns.map(({ session }) => session.claims)
    const people = new Set(claims.map(({ sub }) => sub))
    const sessions = new Set(claims.map(({ jti }) => jti))
    const addresses = new Set(claims.map((own) => own.email))
    const accounts = `accounts ${[...people].join(', ')}, ${sessions.size} sessions, ${[...addresses].join(', ')}`
    const isOne = people.size === 1 && addresses.size === 1 && addresses.has(email)
    const holds = signIns.length > 1 && isOne && sessions.size === signIns.length
    return settle(holds, { observed: `${signIns.length} sign-ins: ${accounts}` })
  })
}

/** What somebody may do. */
export interface Rights {
  /** As the token says. */
  readonly inToken: readonly string[]
  /** As the auth service says. */
  readonly atService: readonly string[]
}

/** What somebody may do, in words, in whatever order it was granted. */
export function describeRights({ inToken, atService }: Rights): string {
  const [token, service] = [inToken, atService].map((rights) => [...rights].sort().join(', ') || 'nothing')
  return `${token} by the pass, ${service} by the auth service`
}

/** Somebody has the rights of everybody. @param member what somebody who registered with a password may do */
export function rightsOfAMember(own: Seen<Rights>, member: Seen<Rights>): Check {
  const expected = 'what everybody may do who registered with a password'
  return check('rights-of-a-member', expected, together(own, member), (rights) => {
    const [observed, members] = [describeRights(rights[0]), describeRights(rights[1])]
    return settle(observed === members, { observed, control: `a member with a password: ${members}` })
  })
}

/** Each sign-in is bound to its request, to itself, and to the browser. */
export function startIsBound(seen: SignIns): Check[] {
  return [requestIsBound(seen), neverRepeats(seen), browserIsBound(seen)]
}

// 128 bits in base64url at least; some put a signature behind a point, or fill up with equals signs.
const UNGUESSABLE = /^[\w.~+/=:-]{22,}$/

/** What every request to the provider has to say. */
const BOUND: Readonly<Record<string, RegExp>> = {
  client_id: /./,
  response_type: /^code$/,
  scope: /(^| )openid( |$)/,
  redirect_uri: /\/auth\/callback$/,
  state: UNGUESSABLE,
  nonce: UNGUESSABLE,
  code_challenge: /^[\w-]{43}$/,
  code_challenge_method: /^S256$/,
}

function requestIsBound(seen: SignIns): Check {
  return check('request-is-bound', 'code flow with state, nonce and an S256 proof key', seen, (signIns) => {
    const faults = signIns.flatMap(({ start: { parameters } }) =>
      Object.entries(BOUND)
        .filter(([name, form]) => !form.test(parameters[name] ?? ''))
        .map(([name]) => `${name} is ${parameters[name] ?? 'missing'}`),
    )
    const observed = faults.join(', ') || `${signIns.length} requests with all of them`
    return settle(signIns.length > 0 && faults.length === 0, { observed })
  })
}

function neverRepeats(seen: SignIns): Check {
  return check('state-never-repeats', 'state, nonce and proof key different each time', seen, (signIns) => {
    const repeated = ['state', 'nonce', 'code_challenge'].filter(
      (name) => new Set(signIns.map(({ start }) => start.parameters[name])).size < signIns.length,
    )
    const observed = `repeated: ${repeated.join(', ') || 'none'}`
    return settle(signIns.length > 1 && repeated.length === 0, { observed })
  })
}

function browserIsBound(seen: SignIns): Check {
  return check('browser-is-bound', 'a cookie that no script can read', seen, (signIns) => {
    const cookies = signIns.map(({ start }) => start.cookies)
    const told = cookies.flat().map(({ name, httpOnly }) => `${name}${httpOnly ? ' (HttpOnly)' : ''}`)
    const holds = cookies.length > 0 && cookies.every((own) => own.some(({ httpOnly }) => httpOnly))
    return settle(holds, { observed: told.join(', ') || 'no cookie' })
  })
}

const TOKEN_IN_ADDRESS = /access_token|refresh_token|id_token|eyJ[\w-]+\./

/** Tokens are handed over in fragments, which no server sees, and nowhere else. */
export function noTokenInAnAddress(seen: SignIns): Check {
  return check('no-pass-in-an-address', 'passes in fragments only, which no server sees', seen, (signIns) => {
    const addresses = signIns.flatMap(({ trail }) => trail)
    const telling = addresses.filter((address) => TOKEN_IN_ADDRESS.test(address.split('#')[0] ?? ''))
    const inFragment = addresses.filter((address) => /#.*access_token/.test(address))
    const control = `${inFragment.length} of ${addresses.length} addresses hand passes over in the fragment`
    const places = telling.map((address) => new URL(address).pathname).join(', ')
    const observed = places ? `passes in the query of ${places}` : 'none in any address'
    return settle(telling.length === 0 && inFragment.length > 0, { observed, control })
  })
}
