import { FeatureFault } from '#errors/feature-fault'
import { milliseconds, type Duration } from '#waiting/duration'

const COUNTS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const UNITS: Readonly<Record<string, number>> = { millisecond: 1, second: 1_000, minute: 60_000 }
const FEWEST_PEOPLE = 2

/** `10` or `ten`. */
export const COUNT = new RegExp(String.raw`\d+|${COUNTS.join('|')}`)

/** `2 seconds`, `1.5 seconds`, `ten minutes`: the amount and the unit. */
export const DURATION = new RegExp(String.raw`(${COUNT.source}|\d+\.\d+) (${Object.keys(UNITS).join('|')})s?`)

/** `5 people`. */
export const PEOPLE = /\d+ people/

/** How many a feature says, at least one. @param word that `COUNT` fits @throws {FeatureFault} */
export function readCount(word: string): number {
  const count = amountOf(word)
  if (count > 0) return count
  throw new FeatureFault(`${word} promises nothing: say 1 or more`)
}

/** How long a feature says, more than nothing. @param unit that `DURATION` fits @throws {FeatureFault} */
export function readDuration(amount: string, unit: string): Duration {
  const ms = amountOf(amount) * (UNITS[unit] ?? 0)
  if (ms > 0) return milliseconds(ms)
  throw new FeatureFault(`${amount} ${unit}s are no time: say more`)
}

/** How many people a feature says, at least two. @param words that `PEOPLE` fits @throws {FeatureFault} */
export function readPeople(words: string): number {
  const count = parseInt(words)
  if (count >= FEWEST_PEOPLE) return count
  throw new FeatureFault(`${words} cannot be mixed up with anybody: say ${FEWEST_PEOPLE} or more`)
}

function amountOf(word: string): number {
  const place = COUNTS.indexOf(word)
  return place < 0 ? Number(word) : place
}
