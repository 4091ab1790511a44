import { Refusal } from '#kit/refusal'
import type { Account } from './accounts.ts'
import type { SessionEnds } from './session-ends.ts'
import type { Sessions } from './sessions.ts'
import {
  InvalidToken,
  type IssuedToken,
  type TokenClaims,
  type TokenIssuer,
  type TokenVerifier,
} from './tokens.ts'

/** The tokens of a session, as they are handed to its owner. */
export interface TokenPair {
  readonly access_token: string
  readonly refresh_token: string
  readonly token_type: 'Bearer'
  /** Seconds until the access token runs out. */
  readonly expires_in: number
}

/** The life of sessions: they open, renew, are recognised, and end everywhere at once. */
export interface SignIns {
  open(account: Account): Promise<TokenPair>
  renew(refreshToken: string): Promise<TokenPair>
  /** Whose access token this is. @throws {InvalidToken} */
  recognise(accessToken: string): Promise<{ account: Account; claims: TokenClaims }>
  end(accessToken: string): Promise<void>
}

interface Needs {
  readonly sessions: Sessions
  readonly tokenIssuer: TokenIssuer
  readonly tokenVerifier: TokenVerifier
  readonly sessionEnds: SessionEnds
}

export function createSignIns({ sessions, tokenIssuer, tokenVerifier, sessionEnds }: Needs): SignIns {
  const issue = async (account: Account, sessionId: string): Promise<TokenPair> => {
    const access = await tokenIssuer.issue(account, 'access')
    const refresh = await tokenIssuer.issue(account, 'refresh')
    await Promise.all([access, refresh].map((token) => sessions.remember(sessionId, token)))
    return toPair(access, refresh)
  }
  const recognise: SignIns['recognise'] = async (accessToken) => {
    const claims = await tokenVerifier(accessToken, 'access')
    const account = await sessions.accountOf(claims)
    if (!account) throw new InvalidToken('Session has ended')
    return { account, claims }
  }
  return {
    open: async (account) => issue(account, await sessions.open(account)),
    renew: async (refreshToken) => {
      const claims = await tokenVerifier(refreshToken, 'refresh').catch(refuseRefresh)
      const redemption = await sessions.redeem(claims)
      if (redemption.outcome === 'renewed') return issue(redemption.account, redemption.sessionId)
      // A spent token that comes back is in two hands: nobody keeps this session.
      if (redemption.outcome === 'replayed') {
        await sessionEnds.sessionEnded(claims.sub, await sessions.end(redemption.sessionId))
      }
      return refuseRefresh()
    },
    recognise,
    end: async (accessToken) => {
      const { account, claims } = await recognise(accessToken)
      await sessionEnds.sessionEnded(account.id, await sessions.endByToken(claims))
    },
  }
}

function toPair(access: IssuedToken, refresh: IssuedToken): TokenPair {
  return {
    access_token: access.token,
    refresh_token: refresh.token,
    token_type: 'Bearer',
    expires_in: (access.expiresAt.getTime() - access.issuedAt.getTime()) / 1000,
  }
}

function refuseRefresh(): never {
  throw new Refusal(401, 'INVALID_REFRESH_TOKEN', 'Invalid refresh token')
}
