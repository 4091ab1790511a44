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
  return `${what}: ${textOf(seen)}, not ${textOf(wanted)}`
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : excerpt(JSON.stringify(value), LONGEST)
}
