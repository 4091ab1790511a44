import { PROMISED } from '#contract/promises'
import type { ContractClause } from './clause.ts'

const MINUTES = PROMISED.accessLifetime.ms / 60_000
const DAYS = PROMISED.refreshLifetime.ms / 86_400_000

/** Section 2: the tokens themselves, and what is kept of a password. */
export const TOKENS = {
  'token.signature': 'Access tokens are JWTs signed with HS256 and one secret',
  'token.claims':
    'sub, email, permissions, iat, exp, jti, iss: "netra-auth-service", aud: "netra-platform", token_type: "access"',
  'token.expires-in': 'expires_in is exp - iat',
  'token.access-lifetime': `They live ${MINUTES} minutes at most`,
  'token.refresh-lifetime': `refresh tokens ${DAYS} days at most`,
  'token.configurable': {
    words: 'both can be configured in seconds',
    unseen: 'a target has one configuration',
    judgedBy: 'local-stack/auth-service/service.test.ts',
  },
  'token.refused-everywhere': 'Refused everywhere, at the live line too',
  'token.unsigned': 'unsigned',
  'token.other-algorithm': 'signed in another way',
  'token.altered': 'altered',
  'token.other-issuer': 'of another issuer',
  'token.other-audience': 'audience',
  'token.endless': 'without',
  'token.expired': 'past its end',
  'token.not-yet-valid': 'not yet valid',
  'token.other-kind': 'of another kind',
  'token.signed-out': 'signed out',
  'token.deleted-account': 'of a deleted account',
  'token.nobodys': 'of nobody',
  'token.in-a-query': 'A token is never taken from a query string',
  'auth.passwords-hashed': {
    words: 'Passwords are kept with argon2id',
    unseen: 'no caller sees what is kept',
    judgedBy: 'local-stack/auth-service/service.test.ts',
  },
} as const satisfies Record<string, ContractClause>
