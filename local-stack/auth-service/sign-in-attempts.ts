import { createHash } from 'node:crypto'
import type { Database } from '#kit/database'

/** One trip to the outside provider, remembered until its browser comes back. */
export interface SignInAttempt {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string | null
}

/** Where trips to the outside provider are kept; each brings back one answer, to its own browser. */
export interface SignInAttempts {
  begin(attempt: SignInAttempt, browserSecret: string): Promise<void>
  /** The attempt behind a `state`, once; undefined for an unknown, used, stale or foreign one. */
  complete(state: string, browserSecret: string | undefined): Promise<SignInAttempt | undefined>
}

export function createSignInAttempts(sql: Database): SignInAttempts {
  return {
    begin: async (attempt, browserSecret) => {
      await sql`insert into sign_in_attempts ${sql({ ...attempt, browser: fingerprint(browserSecret) })}`
    },
    complete: async (state, browserSecret) => {
      const [attempt] = await sql<SignInAttempt[]>`
        update sign_in_attempts set used_at = now()
        where state = ${state} and browser = ${fingerprint(browserSecret ?? '')}
          and used_at is null and created_at > now() - interval '10 minutes'
        returning state, nonce, code_verifier, return_to`
      return attempt
    },
  }
}

function fingerprint(browserSecret: string): string {
  return createHash('sha256').update(browserSecret).digest('base64url')
}
