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
    const observed = describeKinds(odd).join('; ') || `${listings.length} lists`
    const own = listings.filter((listing) => listing.wanted.length > 0 && isRight(listing)).length
    const others = listings.filter(({ isOwn }) => !isOwn).length
    return settle(own > 0 && others > 0 && odd.length === 0, {
      observed,
      control: `what was their own was found ${own} times`,
      leak: odd.some(isLeak),
    })
  })
}

/** One of each kind: what is wrong with one person's is wrong with all of them, more often than not. */
function describeKinds(odd: readonly Listing[]): string[] {
  const kindOf = ({ what }: Listing): string => what.replace(/User \d+/g, '')
  const kinds = [...new Set(odd.map(kindOf))].map((kind) => odd.filter((listing) => kindOf(listing) === kind))
  return kinds.flatMap(([first, ...more]) => {
    if (!first) return []
    const { what, ids, total, wanted, wantedTotal } = first
    const [seen, due] = [`${ids.length} of ${total}`, `${wanted.length} of ${wantedTotal}`]
    const [shown, missed] = [ids, wanted].map((some) => some.slice(0, MOST_SHOWN).join(', '))
    const told = `${what}: ${seen}${shown ? `: ${shown}` : ''}, not ${seen === due ? missed : due}`
    return more.length > 0 ? `${told} (and ${more.length} more like it)` : told
  })
}

const MOST_SHOWN = 3

function isRight({ ids, wanted, total, wantedTotal }: Listing): boolean {
  return total === wantedTotal && ids.length === wanted.length && ids.every((id, at) => id === wanted[at])
}

/** A total above what is one's own and above what is shown counts what others have. */
function isLeak({ ids, others, total, wantedTotal }: Listing): boolean {
  return total > Math.max(wantedTotal, ids.length) || ids.some((id) => others.includes(id))
}
