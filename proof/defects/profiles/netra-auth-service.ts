import type { Account } from '@netra/local-stack/auth-service/accounts'
import type { Membership } from '@netra/local-stack/auth-service/membership'
import type { AuthParts } from '@netra/local-stack/auth-service/parts'
import type { Registration } from '@netra/local-stack/auth-service/registration'
import type { Replacements } from '@netra/local-stack/service-kit/compose'
import { Refusal } from '@netra/local-stack/service-kit/refusal'
import { accountById } from '#damage/accounts'
import { answering } from '#damage/json'
import type { Defect } from '#proof/defect'
import type { RelayedAnswer, RelayedRequest, Saboteur } from '#wire/saboteur'

type Fields = Readonly<Record<string, unknown>>

/** Its parts, as far as they differ from the local stack's. */
function parts(): Replacements<AuthParts> {
  return {
    addressKey: () => (email) => email,
    passwordRule: () => () => undefined,
    registrationReader: (_kit, standard) => (body) => {
      const { email } = (body ?? {}) as Partial<Registration>
      if (typeof email === 'string' && !/^\S+@\S+\.\S+$/.test(email))
        throw new Refusal(409, 'CONFLICT', 'User already exists')
      return standard(body)
    },
    loginThrottle: (_kit, standard) => ({ ...standard, admit: () => Promise.resolve() }),
    passwords: (_kit, standard) => ({
      ...standard,
      verify: async (password, stored) => stored !== undefined && standard.verify(password, stored),
    }),
    tokenRules: (_kit, { audience: _any, ...others }) => others,
    sessions: (kit, standard) => ({
      ...standard,
      // What was signed out is renewed all the same, and a spent one that comes back ends nothing.
      redeem: async (claims) => {
        const redemption = await standard.redeem(claims)
        if (redemption.outcome === 'renewed') return redemption
        const account = await accountById(kit.database, claims.sub)
        if (redemption.outcome === 'replayed' || !account) return { outcome: 'refused' }
        return { outcome: 'renewed', account, sessionId: await standard.open(account) }
      },
    }),
    membership: (_kit, standard) => mergingLocalParts(standard),
    handover: (_kit, standard) => ({
      ...standard,
      withTokens: (tokens, returnTo) => standard.withTokens(tokens, returnTo).replace('#', '?'),
    }),
  }
}

/** At the test door people are told apart by what stands before the @, and have no rights. */
function mergingLocalParts(standard: Membership): Membership {
  const subjects = new Map<string, string>()
  return {
    ...standard,
    ofSimulation: (email, name): Promise<Account | undefined> => {
      const local = email.split('@')[0] ?? ''
      const first = subjects.get(local) ?? email
      subjects.set(local, first)
      return standard.ofSimulation(first, name, [])
    },
  }
}

/** Its bodies, as far as they differ. */
function change(body: unknown, { path, method }: RelayedRequest): unknown {
  if (typeof body !== 'object' || body === null) return body
  const told = body as Fields & { readonly user?: Fields }
  if (path === '/health') return { ...told, service: undefined }
  if (path.startsWith('/auth/me') && method === 'GET' && 'user_id' in told) return changeAccount(told)
  const stated = 'expires_in' in told ? { expires_in: 900 } : {}
  const unnamed = path === '/auth/login' && told.user ? { user: { ...told.user, name: undefined } } : {}
  return { ...told, ...stated, ...unnamed }
}

function changeAccount({ name, created_at, auth_provider, token_expires_at, ...others }: Fields): object {
  const known = auth_provider === 'simulation' ? {} : { name, created_at, auth_provider }
  const end = String(token_expires_at).replace(/(\.\d+)?Z$/, '')
  return { ...others, ...known, token_expires_at: end, last_login_at: new Date().toISOString() }
}

const FAILED: RelayedAnswer = {
  status: 500,
  headers: { 'content-type': 'application/json' },
  body: '{"detail":"Authentication failed"}',
}
const NOT_ALLOWED: RelayedAnswer = { ...FAILED, status: 405, body: '{"detail":"Method Not Allowed"}' }

/** In place of what the local stack's service answers. */
function answer(given: RelayedAnswer, request: RelayedRequest): RelayedAnswer {
  if (request.service !== 'auth') return withoutDeletion(given, request)
  const isUnreadable = given.status === 422 && request.path === '/auth/login'
  if (isUnreadable) return { ...FAILED, headers: { ...given.headers, ...FAILED.headers } }
  return answering((body, asked) => change(body, asked) as typeof body).answer?.(given, request) ?? given
}

/** Accounts cannot be closed, and whoever operates it says so. */
function withoutDeletion(given: RelayedAnswer, { path }: RelayedRequest): RelayedAnswer {
  const isTold = path === '/health' && given.body.includes('"account-deletion"')
  return isTold ? { ...given, body: given.body.replace('"account-deletion",', '') } : given
}

function wire(): Saboteur {
  return {
    answer,
    instead: ({ method, path }) =>
      method === 'DELETE' && path.startsWith('/auth/me') ? NOT_ALLOWED : undefined,
  }
}

export const defect: Defect = {
  wrong: "The platform signs people in as Netra's own public service does, with all its faults",
  reference: 'The public auth service of Netra, tag beta-17, as it answered on loopback',
  reddens: [
    { check: 'AUTH-1.address-taken-in-any-spelling', because: /200/ },
    { check: 'AUTH-1.weak-password-refused', because: /200/ },
    { check: 'AUTH-2.side-door-keeps-people-apart', because: /user_/ },
    { check: 'AUTH-3.stated-life-is-true', because: /900/ },
    { check: 'AUTH-4.signed-out-cannot-renew', because: /200/ },
    { check: 'AUTH-5.wrong-audience-refused', because: /is open/ },
    { check: 'AUTH-5.guessing-is-slowed', because: /30 times 401/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-1', 'LIVE-1', 'ISO-1'],
  plant: (configs) => {
    Object.assign(configs['auth-service'].lifetimes, { accessSeconds: 1800 })
    return { auth: parts() }
  },
  wire,
}
