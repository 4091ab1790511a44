import { formatDuration } from '#waiting/duration'
import { LIMITS } from '#contract/limits'
import { PROMISED } from '#contract/promises'
import type { ContractClause } from './clause.ts'

const { bodyBytes, passwordLength, failedSignIns } = LIMITS
const CLOSE_TIME = formatDuration(PROMISED.connectionClose)

/** Section 2: what holds for every call, and newcomers and passwords. */
export const SIGN_IN = {
  'auth.json': 'JSON both ways',
  'auth.error-body': 'An error is {"detail": "…"}',
  'auth.no-json': 'A body that is no JSON, or not what the call takes, is 422',
  'auth.body-size': `one over ${bodyBytes / 1024} KB is 413`,
  'auth.nothing-inside-shows': 'No trace, query or path ever shows',

  'auth.register':
    'POST /auth/register {email, password, name?} 200 access_token, refresh_token, token_type: "Bearer", expires_in, user {id, email, name}',
  'auth.register.taken-address': '409 for an address that is taken, in any letter case',
  'auth.register.bad-field': '422 for a missing or malformed field',
  'auth.register.short-password': `for a password under ${passwordLength.min} characters`,
  'auth.register.address-as-password': 'equal to the address',

  'auth.login': 'POST /auth/login {email, password} the same',
  'auth.login.refused': '401 Invalid credentials',
  'auth.login.refused-alike':
    'alike in body and time for an unknown address, a wrong password and an account that has none',
  'auth.login.throttled': `after ${failedSignIns} failures in 60 s 429 with Retry-After`,
  'auth.login.throttled-alone': 'for that account only',
} as const satisfies Record<string, ContractClause>

/** Section 2: signing in at the provider. */
export const PROVIDER = {
  'auth.provider.start':
    'GET /auth/login?provider=google&return_to=… 302 to the provider with client_id, redirect_uri, response_type=code, scope, state, nonce, code_challenge, code_challenge_method=S256',
  'auth.provider.cookie': 'an HttpOnly cookie that binds state to the browser',
  'auth.provider.other-provider': '400 for another provider',
  'auth.provider.way-back': 'a way back outside the frontend',
  'auth.provider.not-configured': {
    words: '503 when not configured',
    unseen: 'a target has one configuration',
    judgedBy: 'local-stack/auth-service/service.test.ts',
  },

  'auth.callback':
    'GET /auth/callback?code&state 302 to <frontend>/auth/callback#access_token=…&refresh_token=…',
  'auth.callback.fragment': 'the fragment, never the query',
  'auth.callback.state': '400 for a missing, unknown, used or foreign state',
  'auth.callback.code-refused': '401 when the provider refuses the code',
  'auth.callback.identity': 'its identity does not verify',
  'auth.callback.provider-error': "302 to <frontend>/auth/error?error=… for the provider's own error",
  'auth.callback.unconfirmed-address': 'with account_exists for an address that is unconfirmed',
  'auth.callback.password-account': 'has a password account',
} as const satisfies Record<string, ContractClause>

/** Section 2: sessions, accounts, and the side door for tests. */
export const SESSION_CALLS = {
  'auth.refresh':
    'POST /auth/refresh {refresh_token} 200 access_token, refresh_token, token_type, expires_in',
  'auth.refresh.both-new': 'both new',
  'auth.refresh.old-one-spent': 'the old one spent',
  'auth.refresh.refused': '401 for a spent, unknown or expired one',
  'auth.refresh.other-kind': 'for another kind',
  'auth.refresh.family': 'a spent one that comes back ends everything that grew from it',
  'auth.refresh.family-reach': 'its earlier access tokens and its live lines (1008 within 2 s), too',

  'auth.logout': 'POST /auth/logout 200 {status: "success"}',
  'auth.logout.both-dead': 'both tokens of the session are dead everywhere',
  'auth.logout.lines-close': `its live lines close with 1008 within ${CLOSE_TIME}`,
  'auth.logout.refused': '401',

  'auth.validate.good':
    'POST /auth/validate {token} 200 {valid: true, user_id, email, permissions, expires_at}',
  'auth.validate.bad': '{valid: false, error, message}',
  'auth.validate.no-field': '422 without the field',

  'auth.me':
    'GET /auth/me 200 user_id, email, name, permissions, created_at, auth_provider, token_expires_at',
  'auth.me.refused': '401',

  'auth.delete': 'DELETE /auth/me 204',
  'auth.delete.gone': `account, sessions, threads and runs are gone everywhere within ${CLOSE_TIME}`,
  'auth.delete.lines-close': 'live lines closed',
  'auth.delete.refused': '401',

  'auth.simulation':
    'POST /auth/e2e/test-auth with X-E2E-Bypass-Key, {email, name?, permissions?} 200 as register, with user.oauth_simulated: true',
  'auth.simulation.where': {
    words: 'there only in local and staging',
    unseen: 'a target is one environment',
    judgedBy: 'local-stack/auth-service/service.test.ts',
  },
  'auth.simulation.key': '401 for a wrong or missing key',
  'auth.simulation.constant-time': {
    words: 'compared in constant time',
    unseen: 'the difference is far below what a network lets through',
    judgedBy: 'local-stack/service-kit/bearer.test.ts',
  },
  'auth.simulation.production': {
    words: '404 in production',
    unseen: 'a target that is tested is not production',
    judgedBy: 'local-stack/auth-service/service.test.ts',
  },
  'auth.simulation.other-account': '409 for an address that has another account',
} as const satisfies Record<string, ContractClause>
