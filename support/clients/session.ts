import { decode } from 'jsonwebtoken'
import { AccessTokenClaims } from '#contract/answers'
import { read, type Misfit } from '#contract/reading'
import { Unexpected } from '#wire/unexpected'
import type { UserId } from './ids.ts'

/** What an access token says, unverified: it is the platform's to verify. */
export type Claims = AccessTokenClaims

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
  /** Where it is told. */
  readonly name?: string | undefined
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

/**
 * A session by the tokens that were issued for it.
 *
 * @throws {UnreadableToken} also later, when a claim is asked for that the token has not
 */
export function readSession(issued: IssuedTokens): Session {
  const needed = ({ path, what }: Pick<Misfit, 'path' | 'what'>): never => {
    throw new UnreadableToken(`an access token's \`${path || 'claims'}\` ${what}`)
  }
  const { access_token: accessToken } = issued
  const claims =
    read(AccessTokenClaims, decode(accessToken), needed).data ?? needed({ path: '', what: 'cannot be read' })
  // What was stated beside the token is looked at only by whoever needs it.
  return {
    userId: claims.sub as UserId,
    accessToken,
    claims,
    get refreshToken() {
      return issued.refresh_token
    },
    get statedLife() {
      return issued.expires_in
    },
    get statedUser() {
      return issued.user
    },
  }
}
