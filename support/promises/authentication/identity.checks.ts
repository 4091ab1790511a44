import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** Who somebody is, in one place where that is said. */
export interface IdentityStatement {
  /** Where, e.g. "her profile". */
  readonly where: string
  readonly userId: string
  /** Not everybody who says who it is says the address, too. */
  readonly email?: string | undefined
}

/** Everywhere the same person, with this address. */
export function onePerson(slug: Slug, email: string, seen: Seen<readonly IdentityStatement[]>): Check {
  return check(slug, 'one person with her own address, wherever it is said', seen, (statements) => {
    const [first] = statements
    const odd = statements.filter((each) => each.userId !== first?.userId || (each.email ?? email) !== email)
    const told = odd.map(({ where, userId, email: address }) =>
      `${where} says ${userId} ${address ?? ''}`.trim(),
    )
    const places =
      odd.length > 0 ? `first; but ${told.join(', ')}` : `everywhere, in ${statements.length} places`
    const observed = `${first?.userId ?? 'nobody'} ${places}`
    return settle(statements.length > 1 && odd.length === 0, { observed })
  })
}
