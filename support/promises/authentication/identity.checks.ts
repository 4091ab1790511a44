import type { Slug } from '#expect/catalogue'
import { isAnothersId, isSameId } from '#contract/same-id'
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

/**
 * Everywhere the same person, with this address. Where an id alone is said that nobody else calls her by, something was
 * opened to her as somebody else.
 */
export function onePerson(slug: Slug, email: string, seen: Seen<readonly IdentityStatement[]>): Check {
  return check(slug, 'one person with her own address, wherever it is said', seen, (statements) => {
    const [first] = statements
    const own = first?.userId ?? ''
    const odd = statements.filter((each) => !isSameId(each.userId, own) || (each.email ?? email) !== email)
    const told = odd.map(({ where, userId, email: address }) =>
      `${where} says ${userId} ${address ?? ''}`.trim(),
    )
    const places =
      odd.length > 0 ? `first; but ${told.join(', ')}` : `everywhere, in ${statements.length} places`
    const observed = `${first?.userId ?? 'nobody'} ${places}`
    const leak = odd.some((one) => isSomebodyElse(one, statements))
    return settle(statements.length > 1 && odd.length === 0, { observed, leak })
  })
}

function isSomebodyElse({ userId, email }: IdentityStatement, all: readonly IdentityStatement[]): boolean {
  const known = all.filter((one) => one.email !== undefined)
  return email === undefined && known.length > 0 && known.every((one) => isAnothersId(userId, one.userId))
}
