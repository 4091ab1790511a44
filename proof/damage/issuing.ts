import { decodeJwt, SignJWT, type JWTPayload } from 'jose'
import type { Account } from '@netra/local-stack/auth-service/accounts'
import type { TokenIssuer } from '@netra/local-stack/auth-service/tokens'

/** Access tokens that say something else than they should, signed all the same. */
export function issuingOtherwise(
  standard: TokenIssuer,
  signingSecret: string,
  change: (claims: JWTPayload, account: Account) => JWTPayload,
): TokenIssuer {
  return {
    issue: async (account, kind) => {
      const issued = await standard.issue(account, kind)
      if (kind !== 'access') return issued
      const token = await new SignJWT(change(decodeJwt(issued.token), account))
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .sign(new TextEncoder().encode(signingSecret))
      return { ...issued, token }
    },
  }
}
