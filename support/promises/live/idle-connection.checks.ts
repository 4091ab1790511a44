import { isInTime, type TimeLimit } from '#contract/promises'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { milliseconds, formatDuration, type Duration } from '#waiting/duration'

/** The signs of life on a connection on which nothing happens. */
export interface SignsOfLife {
  /** As the welcome stated it; where it did not, the longest that is waited for. */
  readonly interval: Duration
  /** From the welcome to the first heartbeat, from there to the next one, and so on until it was looked at. */
  readonly gaps: readonly Duration[]
  /** How many heartbeats there were. */
  readonly beats: number
  /** Connections that the heartbeats named besides this one. */
  readonly strangers: readonly string[]
  /** Types of everything else that came. */
  readonly others: readonly string[]
}

/** A platform that looks now and then who is idle finds it out by half of the interval later. */
const LATENESS = 0.5
/** One sign of life does not say that there will be another. */
const FEWEST_BEATS = 2

/** An idle connection goes on giving signs of life, at the interval that was stated. @param tolerance of the target */
export function givesSignsOfLife(seen: Seen<SignsOfLife>, tolerance: Duration): Check {
  const expected = 'heartbeats of its own, each within the stated interval, and nothing else'
  return check('idle-line-gives-signs-of-life', expected, seen, (signs) => {
    const { interval, gaps, beats, strangers, others } = signs
    const longest = milliseconds(Math.max(...gaps.map(({ ms }) => ms)))
    const besides = [...others, ...strangers.map((name) => `a heartbeat of ${name}`)]
    const waits = `${formatDuration(longest)} at most from one to the next, ${formatDuration(interval)} stated`
    const observed = `${beats} heartbeats; ${waits}; besides: ${besides.join(', ') || 'nothing'}`
    const isAlive = beats >= FEWEST_BEATS && isInTime(longest, limitOf(interval, tolerance))
    return settle(isAlive && besides.length === 0, { observed })
  })
}

function limitOf(interval: Duration, tolerance: Duration): TimeLimit {
  return { promised: interval, tolerance: milliseconds(interval.ms * LATENESS + tolerance.ms) }
}
