import type { AccessTokenClaims } from './answers.ts'
import type { Misfit } from './reading.ts'

/** Who has issued an access token, for whom, and what for, is not only said but fixed. */
const FIXED: Readonly<Record<string, string>> = {
  iss: 'netra-auth-service',
  aud: 'netra-platform',
  token_type: 'access',
}

/** In what an access token says something else than is fixed. */
export function misfitsOfFixed(claims: AccessTokenClaims): readonly Misfit[] {
  return Object.entries(claims).flatMap(([path, said]): Misfit[] => {
    const due = FIXED[path]
    if (due === undefined || [said].flat().includes(due)) return []
    return [{ path, what: `is ${JSON.stringify(said)} where "${due}" is due`, weight: 'breaks' }]
  })
}
