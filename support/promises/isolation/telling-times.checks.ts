import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** Two answers that came one after the other, and how long each took (milliseconds). */
export interface TimedPair {
  readonly foreign: number
  readonly unknown: number
}

/** One way to ask, with as many pairs of answers; and once more as many, where they seemed not to take alike. */
export interface TimedWay {
  readonly name: string
  readonly batches: readonly (readonly TimedPair[])[]
}

/** By no less does one kind have to be slower than the other, and in all pairs but so many. */
const TELLING = { ms: 20, others: 2 }

/** Whether there is something at an address cannot be told from how long its refusal takes. */
export function foreignTakesAsLong(seen: Seen<readonly TimedWay[]>): Check {
  const expected = `no difference of more than ${TELLING.ms} ms that is there each time`
  return check('foreign-takes-as-long', expected, seen, (ways) => {
    const telling = ways.filter(({ batches }) => batches.length > 0 && isSteady(batches))
    const pairs = ways.flatMap(({ batches }) => batches.flat()).length
    const observed = telling.map(describe).join('; ') || `${ways.length} ways, ${pairs} pairs, alike in time`
    return settle(telling.length === 0 && pairs > 0, { observed })
  })
}

/** Whether one kind takes longer than the other in these pairs: steadily, and not by accident. */
export function isTelling(pairs: readonly TimedPair[]): boolean {
  const { middle, against } = differenceIn(pairs)
  return Math.abs(middle) > TELLING.ms && against <= TELLING.others
}

/** Each time, and in the same direction. */
function isSteady(batches: TimedWay['batches']): boolean {
  const directions = new Set(batches.map((pairs) => Math.sign(differenceIn(pairs).middle)))
  return directions.size === 1 && batches.every(isTelling)
}

/** By how much another's takes longer than what does not exist, and in how many pairs it was the other way round. */
function differenceIn(pairs: readonly TimedPair[]): { middle: number; against: number } {
  const differences = pairs.map(({ foreign, unknown }) => foreign - unknown)
  const middle = medianOf(differences)
  const against = differences.filter((each) => Math.sign(each) !== Math.sign(middle)).length
  return { middle, against }
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const half = (sorted.length - 1) / 2
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2
}

function describe({ name, batches }: TimedWay): string {
  const each = batches.map((pairs) => {
    const { middle, against } = differenceIn(pairs)
    const word = middle > 0 ? 'later' : 'sooner'
    return `${Math.abs(middle).toFixed(0)} ms ${word} (in ${pairs.length - against} of ${pairs.length} pairs)`
  })
  return `${name}: what is another's is refused ${each.join(', then ')} than what does not exist`
}
