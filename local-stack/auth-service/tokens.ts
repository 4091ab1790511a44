import { createSecretKey, randomUUID, type KeyObject } from 'node:crypto'
import { errors, jwtVerify, SignJWT, type JWTPayload, type JWTVerifyOptions } from 'jose'
import { epochSeconds, type Clock } from '#kit/clock'
import type { Account } from './accounts.ts'

export const ISSUER = 'netra-auth-service'
export const AUDIENCE = 'netra-platform'

export type TokenKind = 'access' | 'refresh'

/** A signed token and what the session store has to remember of it. */
export interface IssuedToken {
  readonly token: string
  readonly jti: string
  readonly kind: TokenKind
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** The claims of a token that was found genuine, current and of the expected kind. */
export interface TokenClaims {
  readonly sub: string
  readonly jti: string
  readonly exp: number
}

/** The token is not what it claims to be, or no longer. */
export class InvalidToken extends Error {
  readonly code = 'invalid_token'
}

export interface TokenIssuer {
  issue(account: Account, kind: TokenKind): Promise<IssuedToken>
}

export interface Lifetimes {
  readonly accessSeconds: number
  readonly refreshSeconds: number
}

/** Signs tokens with HS256 and every claim that the contract names. */
export function createTokenIssuer(secret: string, lifetimes: Lifetimes, clock: Clock): TokenIssuer {
  const key = createSecretKey(secret, 'utf8')
  const secondsOf = { access: lifetimes.accessSeconds, refresh: lifetimes.refreshSeconds }
  return {
    issue: async (account, kind) => {
      const jti = randomUUID()
      const issued = epochSeconds(clock.now())
      const expires = issued + secondsOf[kind]
      const { email, permissions } = account
      const token = await new SignJWT({ email, permissions, token_type: kind })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(account.id)
        .setJti(jti)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(issued)
        .setExpirationTime(expires)
        .sign(key)
      return { token, jti, kind, issuedAt: new Date(issued * 1000), expiresAt: new Date(expires * 1000) }
    },
  }
}

/** What must hold of a token besides its signature. */
export function standardTokenRules(): JWTVerifyOptions {
  return {
    algorithms: ['HS256'],
    issuer: ISSUER,
    audience: AUDIENCE,
    requiredClaims: ['sub', 'jti', 'iat', 'exp'],
    clockTolerance: 0,
  }
}

/** Reads a token. @throws {InvalidToken} */
export type TokenVerifier = (token: string, kind: TokenKind) => Promise<TokenClaims>

export function createTokenVerifier(secret: string, rules: JWTVerifyOptions, clock: Clock): TokenVerifier {
  const key = createSecretKey(secret, 'utf8')
  return async (token, kind) => {
    const payload = await readPayload(token, key, { ...rules, currentDate: clock.now() })
    if (payload['token_type'] !== kind) throw new InvalidToken(`Not an ${kind} token`)
    return payload as JWTPayload & TokenClaims
  }
}

async function readPayload(token: string, key: KeyObject, rules: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, key, rules)).payload
  } catch (error) {
    throw new InvalidToken(error instanceof errors.JWTExpired ? 'Token has expired' : 'Token is not valid')
  }
}
