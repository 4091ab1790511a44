import type { Call } from './call.ts'
import { range, type Dispute } from './saying.ts'

/** A page of a list, and how long the whole list must be. */
export interface ToldPage {
  /** How many stand on it. */
  readonly length: number
  readonly total: number
  readonly limit: number
  readonly offset: number
  /** How many there must be in all, and may be. */
  readonly bounds: readonly [number, number]
  /** Whether nothing was added or removed while somebody looked. */
  readonly isQuiet: boolean
}

const LONGEST_PAGE = 100

/** Judges a page itself: what was asked for, how many there are, how many stand on it. */
export function judgePage(call: Call, page: ToldPage, note: Dispute): void {
  const { length, total, limit, offset, bounds, isQuiet } = page
  const [least, most] = bounds
  if (total < least || total > most) note(`are ${range(bounds)}`, undefined, `they are ${total}`)
  const asked = { limit: amountIn(call, 'limit') ?? limit, offset: amountIn(call, 'offset') ?? 0 }
  if (asked.offset !== offset)
    note(`were wanted from ${asked.offset} on`, undefined, `they begin at ${offset}`)
  if (asked.limit <= LONGEST_PAGE && asked.limit !== limit) {
    note(`were wanted ${asked.limit} at a time`, undefined, `they are told ${limit} at a time`)
  }
  const due = Math.max(0, Math.min(limit, total - offset))
  // While something is being added, its number may be told before it or after it.
  const isShort = isQuiet ? length !== due : length > limit
  if (isShort) note(`are ${total}, of which this page has ${due}`, undefined, `${length} stand on it`)
}

function amountIn({ query }: Call, name: string): number | undefined {
  const text = query.get(name)
  return text === null || !/^\d+$/.test(text) ? undefined : Number(text)
}
