import { LIMITS } from '#contract/limits'
import type { ContractClause } from './clause.ts'

const { passwordLength } = LIMITS

/** Section 2: passwords, addresses, names, and what happens at the same moment. */
export const ACCOUNTS = {
  'auth.password.whole': `Passwords count whole and letter for letter, up to ${passwordLength.max} characters at least`,
  'auth.address.any-case':
    'An address is the same in any letter case: when it is registered, when its owner logs in, and as a password',
  'auth.throttle.by-address':
    'Failed logins are counted by address, in any letter case, whether or not it has an account or a password',
  'auth.throttle.at-once': 'those of the same moment too',
  'auth.throttle.nobody-else': "nobody's login but the owner's own ends the count",
  'auth.throttle.right-password':
    'Until the first of the ten is 60 s old, every login at that address is answered 429, with the right password too',
  'auth.throttle.wait-told': 'Retry-After says how long that still is',
  'auth.at-once.registrations':
    'At the same moment one address becomes one account: of several registrations one is answered 200 and the others 409',
  'auth.at-once.sign-ins':
    'all first sign-ins of one person at the provider, or at /auth/e2e/test-auth, lead to the same account',
  'auth.name.as-given': 'A name is told as it was given',
  'auth.name.left-out': 'left out, it is the address or what stands before its @',
  'auth.register.no-rights':
    'A field of a registration that is not named here gives nobody a right: it is ignored, or refused with 422',
  'auth.provider-named': 'auth_provider is password, google or simulation',
} as const satisfies Record<string, ContractClause>
