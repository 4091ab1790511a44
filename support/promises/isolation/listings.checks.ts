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
  /** Ids of what others have. */
  readonly others: readonly string[]
}

/** Lists, totals and searches are of one's own, of all of it, and of nothing else. */
export function listsBetrayNothing(seen: Seen<readonly Listing[]>): Check {
  const expected = "pages, totals and searches: one's own, all of it, and nothing else"
  return check('lists-betray-nothing', expected, seen, (listings) => {
    const odd = listings.filter((listing) => !isRight(listing))
    const observed =
      odd.map(({ what, ids, total }) => `${what}: ${ids.length} of ${total}: ${ids.join(', ')}`).join('; ') ||
      `${listings.length} lists`
    const own = listings.filter((listing) => listing.wanted.length > 0 && isRight(listing)).length
    const others = listings.filter(({ isOwn }) => !isOwn).length
    return settle(own > 0 && others > 0 && odd.length === 0, {
      observed,
      control: `what was their own was found ${own} times`,
      leak: odd.some(isLeak),
    })
  })
}

function isRight({ ids, wanted, total, wantedTotal }: Listing): boolean {
  return total === wantedTotal && ids.length === wanted.length && ids.every((id, at) => id === wanted[at])
}

/** A total above what is one's own and above what is shown counts what others have. */
function isLeak({ ids, others, total, wantedTotal }: Listing): boolean {
  return total > Math.max(wantedTotal, ids.length) || ids.some((id) => others.includes(id))
}
