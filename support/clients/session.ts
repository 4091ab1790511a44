import { decode } from 'jsonwebtoken'
import { z } from 'zod'
import { Unexpected } from '#wire/unexpected'
import type { UserId } from './ids.ts'

const Claims = z.object({
  sub: z.string().min(1),
  email: z.string(),
  permissions: z.array(z.string()),
  iat: z.number(),
  exp: z.number(),
  jti: z.string().min(1),
  iss: z.string(),
  aud: z.string(),
  token_type: z.string(),
})

/** What an access token says, unverified: it is the platform's to verify. */
export type Claims = z.output<typeof Claims>

/** What somebody signed in with on one device, and who they are by it. */
export interface Session {
  /** The token's own subject: there is no other source of identity. */
  readonly userId: UserId
  readonly accessToken: string
  readonly refreshToken: string | undefined
  /** Seconds, as the platform stated it. */
  readonly statedLife: number | undefined
  /** Who this is, as the platform stated it beside the token. */
  readonly statedUser: StatedUser | undefined
  readonly claims: Claims
}

/** A person, as the platform states them beside a token. */
export interface StatedUser {
  readonly id: string
  readonly email: string
  readonly name: string
}

/** An access token that does not say what every access token has to say. */
export class UnreadableToken extends Unexpected {
  readonly code = 'UNREADABLE_TOKEN'
}

interface IssuedTokens {
  readonly access_token: string
  readonly refresh_token?: string
  readonly expires_in?: number
  readonly user?: StatedUser
}

/** A session by the tokens that were issued for it. @throws {UnreadableToken} */
export function readSession({ access_token, refresh_token, expires_in, user }: IssuedTokens): Session {
  const { data: claims, error } = Claims.safeParse(decode(access_token))
  if (!claims) {
    const missing = error.issues.map(({ path }) => path.join('.') || 'everything').join(', ')
    throw new UnreadableToken(`the access token lacks or garbles: ${missing}`)
  }
  return {
    userId: claims.sub as UserId,
    accessToken: access_token,
    refreshToken: refresh_token,
    statedLife: expires_in,
    statedUser: user,
    claims,
  }
}
