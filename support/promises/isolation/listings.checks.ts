import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** What was listed, and what should have been. */
export interface Listing {
  readonly what: string
  /** Whether it is one's own that was looked for. */
  readonly isOwn: boolean
  readonly ids: readonly string[]
  readonly wanted: readonly string[]
  readonly total: number
  readonly wantedTotal: number
}

export function listsBetrayNothing(seen: Seen<readonly Listing[]>): Check {
  const expected = "pages, totals and searches: one's own, all of it, and nothing else"
  return check('lists-betray-nothing', expected, seen, (listings) => {
    const odd = listings.filter((listing) => !isRight(listing))
    const observed =
      odd.map(({ what, ids, total }) => `${what}: ${ids.length} of ${total}: ${ids.join(', ')}`).join('; ') ||
      `${listings.length} lists`
    const own = listings.filter((listing) => listing.wanted.length > 0 && isRight(listing)).length
    const others = listings.filter(({ isOwn }) => !isOwn).length
    const control = `what was their own was found ${own} times`
    return settle(own > 0 && others > 0 && odd.length === 0, { observed, control })
  })
}

function isRight({ ids, wanted, total, wantedTotal }: Listing): boolean {
  return total === wantedTotal && ids.length === wanted.length && ids.every((id, at) => id === wanted[at])
}

/** Something that was said to be another's. */
export interface FalseOwner {
  readonly what: string
  /** Whose it has become. */
  readonly became: string
  /** Whether it belongs to whoever made it, and to nobody else. */
  readonly isMakers: boolean
}

export function ownerFieldsIgnored(seen: Seen<readonly FalseOwner[]>): Check {
  return check('owner-fields-ignored', 'whoever makes something owns it, whatever is said', seen, (tries) => {
    const odd = tries.filter(({ isMakers }) => !isMakers)
    const observed =
      odd.map(({ what, became }) => `${what}: ${became}`).join('; ') ||
      tries.map(({ what, became }) => `${what}: ${became}`).join('; ')
    return settle(tries.length > 0 && odd.length === 0, { observed: observed || 'nothing was tried' })
  })
}
