import { randomUUID } from 'node:crypto'
import type { Database } from '#kit/database'
import type { Account } from './accounts.ts'
import type { IssuedToken, TokenClaims } from './tokens.ts'

/** What became of a refresh token that was handed in. */
export type Redemption =
  | { readonly outcome: 'renewed'; readonly account: Account; readonly sessionId: string }
  | { readonly outcome: 'replayed'; readonly sessionId: string }
  | { readonly outcome: 'refused' }

/** Where sessions and the tokens that belong to them are kept. */
export interface Sessions {
  open(account: Account): Promise<string>
  remember(sessionId: string, token: IssuedToken): Promise<void>
  /** The account behind an access token, unless the token, its session or its account has ended. */
  accountOf(claims: TokenClaims): Promise<Account | undefined>
  /** Spends a refresh token; of two at the same moment only one is renewed. */
  redeem(claims: TokenClaims): Promise<Redemption>
  /** Ends a session with everything that grew from it. @returns the ids of its access tokens */
  end(sessionId: string): Promise<string[]>
  /** The same for the session that this access token belongs to. */
  endByToken(claims: TokenClaims): Promise<string[]>
}

export function createSessions(sql: Database): Sessions {
  const end = async (sessionId: string): Promise<string[]> => {
    await sql`update sessions set ended_at = now() where id = ${sessionId} and ended_at is null`
    const tokens = await sql<{ jti: string }[]>`
      select jti from tokens where session_id = ${sessionId} and kind = 'access'`
    return tokens.map(({ jti }) => jti)
  }
  return {
    open: async (account) => {
      const id = `session_${randomUUID()}`
      await sql`insert into sessions (id, account_id) values (${id}, ${account.id})`
      return id
    },
    remember: async (sessionId, { jti, kind, expiresAt }) => {
      await sql`insert into tokens ${sql({ jti, sessionId, kind, expiresAt })}`
    },
    accountOf: (claims) => findAccount(sql, claims),
    redeem: (claims) => redeem(sql, claims),
    end,
    endByToken: async (claims) => {
      const [token] = await sql<{ sessionId: string }[]>`
        select session_id from tokens where jti = ${claims.jti}`
      return token ? end(token.sessionId) : revoke(sql, claims)
    },
  }
}

/** For tokens signed elsewhere with the platform's secret, which no session here knows. */
async function revoke(sql: Database, { jti, exp }: TokenClaims): Promise<string[]> {
  await sql`insert into revoked_tokens ${sql({ jti, expiresAt: new Date(exp * 1000) })} on conflict do nothing`
  return [jti]
}

async function findAccount(sql: Database, claims: TokenClaims): Promise<Account | undefined> {
  const [account] = await sql<Account[]>`
    select accounts.* from accounts
    left join tokens on tokens.jti = ${claims.jti}
    left join sessions on sessions.id = tokens.session_id
    where accounts.id = ${claims.sub}
      and sessions.ended_at is null
      and not exists (select from revoked_tokens where jti = ${claims.jti})`
  return account
}

async function redeem(sql: Database, claims: TokenClaims): Promise<Redemption> {
  return sql.begin(async (tx): Promise<Redemption> => {
    const [token] = await tx<{ sessionId: string; spentAt: Date | null; endedAt: Date | null }[]>`
      select tokens.session_id, tokens.spent_at, sessions.ended_at from tokens
      join sessions on sessions.id = tokens.session_id
      where tokens.jti = ${claims.jti} and tokens.kind = 'refresh' for update of tokens`
    if (!token || token.endedAt) return { outcome: 'refused' }
    if (token.spentAt) return { outcome: 'replayed', sessionId: token.sessionId }
    await tx`update tokens set spent_at = now() where jti = ${claims.jti}`
    const [account] = await tx<Account[]>`select * from accounts where id = ${claims.sub}`
    return account ? { outcome: 'renewed', account, sessionId: token.sessionId } : { outcome: 'refused' }
  })
}
