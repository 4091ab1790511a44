import { decodeJwt, SignJWT, type JWTPayload } from 'jose'
import type { Account } from '@netra/local-stack/auth-service/accounts'
import type { TokenIssuer, TokenKind } from '@netra/local-stack/auth-service/tokens'

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
      const token = await sign(change(decodeJwt(issued.token), account), signingSecret)
      return { ...issued, token }
    },
  }
}

/** Tokens that live otherwise than they should. @param secondsFor undefined: as long as usual */
export function livingOtherwise(
  standard: TokenIssuer,
  signingSecret: string,
  secondsFor: (account: Account, kind: TokenKind) => number | undefined,
): TokenIssuer {
  return {
    issue: async (account, kind) => {
      const issued = await standard.issue(account, kind)
      const life = secondsFor(account, kind)
      if (life === undefined) return issued
      const exp = Math.floor(issued.issuedAt.getTime() / 1000) + life
      const token = await sign({ ...decodeJwt(issued.token), exp }, signingSecret)
      return { ...issued, token, expiresAt: new Date(exp * 1000) }
    },
  }
}

function sign(claims: JWTPayload, secret: string): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(secret))
}
