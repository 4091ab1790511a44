import { decode } from 'jsonwebtoken'
import { z } from 'zod'
import type { Duration } from '#waiting/duration'
import { AccessTokenClaims } from './answers.ts'
import { parseJson } from './json.ts'
import { PROMISED } from './promises.ts'
import { read, type Misfit } from './reading.ts'

const Issued = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional().catch(undefined),
  expires_in: z.number().optional().catch(undefined),
})
/** A token and what is stated beside it may be computed a moment apart. */
const GRAIN_SECONDS = 1

/** Who has issued an access token, for whom, and what for, is not only said but fixed. */
const FIXED: Readonly<Record<string, string>> = {
  iss: 'netra-auth-service',
  aud: 'netra-platform',
  token_type: 'access',
}

/** What in an access token that was issued is not as the contract has it, and what is stated beside it. */
export interface IssuedToken {
  readonly misfits: readonly Misfit[]
  /** What is wrong with how long it lives, and what renews it: longer than is stated, or than is promised. */
  readonly lifeFaults: readonly string[]
}

/** The access token in a body, if one is there that can be read. */
export function issuedTokenIn(body: string): IssuedToken | undefined {
  const issued = body.includes('"access_token"') ? Issued.safeParse(parseJson(body)).data : undefined
  const { data: claims, misfits } = read(AccessTokenClaims, decode(issued?.access_token ?? ''))
  if (!issued || !claims) return undefined
  const [life, stated] = [claims.exp - claims.iat, issued.expires_in ?? NaN]
  const isTrue = !(Math.abs(life - stated) > GRAIN_SECONDS)
  return {
    misfits: [...misfits, ...misfitsOfFixed(claims)],
    lifeFaults: [
      isTrue ? '' : `\`expires_in\` states ${stated} s, and the pass lives ${life} s`,
      tooLong('the pass lives', life, PROMISED.accessLifetime),
      tooLong('what renews it lives', lifeOf(issued.refresh_token), PROMISED.refreshLifetime),
    ].filter(Boolean),
  }
}

const Lived = z.object({ iat: z.number(), exp: z.number() })

/** Nobody can say of what is no token, or says nothing of its end. */
function lifeOf(token: string | undefined): number {
  const { data } = Lived.safeParse(decode(token ?? ''))
  return data ? data.exp - data.iat : NaN
}

function tooLong(what: string, life: number, promised: Duration): string {
  const isTooLong = life * 1000 > promised.ms + GRAIN_SECONDS * 1000
  return isTooLong ? `${what} ${life} s, of ${promised.ms / 1000} s at most` : ''
}

function misfitsOfFixed(claims: AccessTokenClaims): readonly Misfit[] {
  return Object.entries(claims).flatMap(([path, said]): Misfit[] => {
    const due = FIXED[path]
    if (due === undefined || [said].flat().includes(due)) return []
    return [{ path, what: `is ${JSON.stringify(said)} where "${due}" is due`, weight: 'breaks' }]
  })
}
