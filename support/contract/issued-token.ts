import { decode } from 'jsonwebtoken'
import { z } from 'zod'
import { AccessTokenClaims } from './answers.ts'
import type { Deviation } from './deviation.ts'
import { parseJson } from './json.ts'
import { CONFIGURABLE, PROMISED } from './promises.ts'
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
  /** How long it lives, in seconds. */
  readonly life: number
  /** What is wrong with how long it lives, and what renews it: longer than is stated, or than is promised. */
  readonly lifeFaults: readonly Deviation[]
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
    life,
    lifeFaults: [
      ...(isTrue ? [] : [untrue(`\`expires_in\` states ${stated} s, and the pass lives ${life} s`)]),
      ...tooLong('the pass lives', life, 'accessLifetime'),
      ...tooLong('what renews it lives', lifeOf(issued.refresh_token), 'refreshLifetime'),
    ],
  }
}

const Lived = z.object({ iat: z.number(), exp: z.number() })

/** Nobody can say of what is no token, or says nothing of its end. */
function lifeOf(token: string | undefined): number {
  const { data } = Lived.safeParse(decode(token ?? ''))
  return data ? data.exp - data.iat : NaN
}

function untrue(text: string): Deviation {
  return { text, weight: 'breaks' }
}

/** What a platform may be configured to is told, and breaks nothing. */
function tooLong(what: string, life: number, lifetime: keyof typeof CONFIGURABLE): Deviation[] {
  const [promised, most] = [PROMISED[lifetime].ms / 1000, CONFIGURABLE[lifetime].ms / 1000]
  if (!(life > promised + GRAIN_SECONDS)) return []
  const text = `${what} ${life} s, of ${promised} s at most`
  return [{ text, weight: life > most + GRAIN_SECONDS ? 'breaks' : 'differs' }]
}

function misfitsOfFixed(claims: AccessTokenClaims): readonly Misfit[] {
  return Object.entries(claims).flatMap(([path, said]): Misfit[] => {
    const due = FIXED[path]
    if (due === undefined || [said].flat().includes(due)) return []
    return [{ path, what: `is ${JSON.stringify(said)} where "${due}" is due`, weight: 'breaks' }]
  })
}
