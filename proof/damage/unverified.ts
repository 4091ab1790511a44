import {
  decodeJwt,
  decodeProtectedHeader,
  jwtVerify,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from 'jose'
import { AUDIENCE, ISSUER } from '@netra/local-stack/auth-service/tokens'
import type { Member } from '@netra/local-stack/backend/identity'
import type { TokenClaims, TokenVerifier } from '@netra/local-stack/auth-service/tokens'

/** A token, taken apart and taken at its word. */
export interface UnverifiedToken {
  readonly header: ProtectedHeaderParameters
  readonly payload: JWTPayload
  readonly signature: string
}

/** Undefined when it is no token at all. */
export function readUnverified(token: string): UnverifiedToken | undefined {
  try {
    const signature = token.split('.')[2] ?? ''
    return { header: decodeProtectedHeader(token), payload: decodeJwt(token), signature }
  } catch {
    return undefined
  }
}

/** A verifier that takes some tokens of the right kind at their word, and looks at all others properly. */
export function believing(
  standard: TokenVerifier,
  believes: (token: UnverifiedToken) => boolean,
): TokenVerifier {
  return async (token, kind) => {
    const read = readUnverified(token)
    if (read?.payload['token_type'] === kind && believes(read))
      return read.payload as JWTPayload & TokenClaims
    return standard(token, kind)
  }
}

/** The person that a token says it belongs to. */
export function memberByItsWord({ payload }: UnverifiedToken): Member {
  const { sub = '', email, jti = '', exp = 0 } = payload
  return { userId: sub, email: String(email), tokenId: jti, expiresAt: new Date(exp * 1000) }
}

/** Whose token this is by its signature alone, whatever has become of the session; its end is looked at, or not. */
export async function memberBySignature(
  token: string,
  signingSecret: string,
  kind: 'access' | 'refresh' = 'access',
  currentDate = new Date(),
): Promise<Member | undefined> {
  const rules = { algorithms: ['HS256'], currentDate, issuer: ISSUER, audience: AUDIENCE }
  const read = await jwtVerify(token, new TextEncoder().encode(signingSecret), rules).catch(() => undefined)
  if (read?.payload['token_type'] !== kind) return undefined
  return memberByItsWord({ header: {}, payload: read.payload, signature: '' })
}

/** When a token that is over was good for the last time; now, for all others. */
export function whenItWasGood(token: string): Date {
  const end = (readUnverified(token)?.payload.exp ?? 1) * 1000
  return new Date(Math.min(end - 1000, Date.now()))
}

/** Whether the time of a token is over. */
export function isOver(token: string): boolean {
  return (readUnverified(token)?.payload.exp ?? Infinity) * 1000 < Date.now()
}

/** Whose token this was, for one whose time is over. */
export async function expiredMember(token: string, signingSecret: string): Promise<Member | undefined> {
  if (!isOver(token)) return undefined
  return memberBySignature(token, signingSecret, 'access', whenItWasGood(token))
}
