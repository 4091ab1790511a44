import { isDeepStrictEqual } from 'node:util'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { excerpt } from '#wire/excerpt'

/** One thing that was looked at. */
export interface Fact {
  /** In words: "its name in the list". */
  readonly what: string
  readonly wanted: unknown
  readonly seen: unknown
}

/** Everything that was looked at is as it has to be. @param control who could, at the same time */
export function asItHasToBe(
  slug: Slug,
  expected: string,
  seen: Seen<readonly Fact[]>,
  control?: string,
): Check {
  return check(slug, expected, seen, (facts) => {
    const odd = facts.filter((fact) => !isDeepStrictEqual(fact.seen, fact.wanted))
    const told = odd.slice(0, MOST_TOLD).map(describe)
    const more = odd.length > MOST_TOLD ? [`and ${odd.length - MOST_TOLD} more`] : []
    const observed = [...told, ...more].join('; ') || `${facts.length} things looked at, each as it has to be`
    return settle(facts.length > 0 && odd.length === 0, { observed, ...(control ? { control } : {}) })
  })
}

const MOST_TOLD = 6
const LONGEST = 90

function describe({ what, wanted, seen }: Fact): string {
  const same = tooLongAlike(wanted, seen)
  const from = (value: unknown): string =>
    textOf(same > 0 && Array.isArray(value) ? value.slice(same) : value)
  const before = same > 0 ? `${same} as they should be, then ` : ''
  return `${what}: ${before}${from(seen)}, not ${from(wanted)}`
}

/** How many are alike at the beginning, where a reader would see nothing else. */
function tooLongAlike(wanted: unknown, seen: unknown): number {
  if (!Array.isArray(wanted) || !Array.isArray(seen) || textOf(wanted) !== textOf(seen)) return 0
  const first = seen.findIndex((one, place) => !isDeepStrictEqual(one, wanted[place]))
  return first < 0 ? seen.length : first
}

function textOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return excerpt(Array.isArray(value) ? listOf(value) : JSON.stringify(value), LONGEST)
}

/** One after the other, the same ones in a row together: `3 × 404, 200`. */
function listOf(values: readonly unknown[]): string {
  const rows: { readonly text: string; times: number }[] = []
  for (const value of values) {
    const text = typeof value === 'string' ? value : textOf(value)
    const last = rows.at(-1)
    if (last?.text === text) last.times += 1
    else rows.push({ text, times: 1 })
  }
  return rows.map(({ text, times }) => (times === 1 ? text : `${times} × ${text}`)).join(', ') || 'none'
}
