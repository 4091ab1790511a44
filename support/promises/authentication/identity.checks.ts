import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'

/** Who somebody is, in one place where that is said. */
export interface IdentityStatement {
  /** Where, e.g. "her profile". */
  readonly where: string
  readonly userId: string
  /** Not everybody who says who it is says the address, too. */
  readonly email?: string | undefined
}

/** Everywhere the same person, with this address. */
export function onePerson(slug: Slug, email: string, sightings: readonly IdentityStatement[]): Check {
  const places = sightings.map(({ where }) => where)
  return check(
    slug,
    `one person with her own address in ${places.length} places: ${places.join(', ')}`,
    undefined,
    () => {
      const [first] = sightings
      const odd = sightings.filter(
        (sighting) => sighting.userId !== first?.userId || (sighting.email ?? email) !== email,
      )
      const told = odd.map(({ where, userId, email: address }) =>
        `${where} says ${userId} ${address ?? ''}`.trim(),
      )
      const observed = `${first?.userId ?? 'nobody'} ${odd.length === 0 ? 'everywhere' : `first; but ${told.join(', ')}`}`
      return settle(sightings.length > 1 && odd.length === 0, { observed })
    },
  )
}
