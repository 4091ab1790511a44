import { decode } from 'jsonwebtoken'
import { z } from 'zod'
import { AccessTokenClaims } from './answers.ts'
import { parseJson } from './json.ts'
import { read, type Misfit } from './reading.ts'

const Issued = z.object({ access_token: z.string(), expires_in: z.number().optional().catch(undefined) })
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
  /** How long it lives and how long it is said to live, in one line; missing where that is the same. */
  readonly lifeFault: string | undefined
}

/** The access token in an answer, if one is there that can be read. @param location to which it leads */
export function issuedTokenIn(body: string, location = ''): IssuedToken | undefined {
  const issued = Issued.safeParse(handedOver(location) ?? parseToken(body)).data
  const { data: claims, misfits } = read(AccessTokenClaims, decode(issued?.access_token ?? ''))
  if (!issued || !claims) return undefined
  const [life, stated] = [claims.exp - claims.iat, issued.expires_in ?? NaN]
  const isTrue = !(Math.abs(life - stated) > GRAIN_SECONDS)
  return {
    misfits: [...misfits, ...misfitsOfFixed(claims)],
    lifeFault: isTrue ? undefined : `\`expires_in\` states ${stated} s, and the pass lives ${life} s`,
  }
}

function parseToken(body: string): unknown {
  return body.includes('"access_token"') ? parseJson(body) : undefined
}

/** On the way back from a provider: behind the sign `#`, or `?`; that it is issued there is judged elsewhere. */
function handedOver(location: string): object | undefined {
  if (!location.includes('access_token=')) return undefined
  const said = Object.fromEntries(
    new URLSearchParams(location.replace(/^[^#?]*[#?]/, '').replace(/[#?]/g, '&')),
  )
  return { ...said, expires_in: Number(said['expires_in']) }
}

function misfitsOfFixed(claims: AccessTokenClaims): readonly Misfit[] {
  return Object.entries(claims).flatMap(([path, said]): Misfit[] => {
    const due = FIXED[path]
    if (due === undefined || [said].flat().includes(due)) return []
    return [{ path, what: `is ${JSON.stringify(said)} where "${due}" is due`, weight: 'breaks' }]
  })
}
