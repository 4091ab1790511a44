import { isInTime, type TimeLimit } from '#contract/promises'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { milliseconds, formatDuration, type Duration } from '#waiting/duration'

/** The first sign of life on a connection on which nothing happens. */
export interface SignOfLife {
  /** As the welcome stated it. */
  readonly interval: Duration
  /** From the welcome to the first heartbeat. */
  readonly took: Duration
  /** Types of everything else that came. */
  readonly others: readonly string[]
}

/** A platform that looks now and then who is idle finds it out by half of the interval later. */
const LATENESS = 0.5

/** An idle connection gives a sign of life within the interval that was stated. @param tolerance of the target */
export function givesSignsOfLife(seen: Seen<SignOfLife>, tolerance: Duration): Check {
  const expected = 'a heartbeat within the stated interval, and nothing else'
  return check('idle-line-gives-signs-of-life', expected, seen, ({ interval, took, others }) => {
    const observed = `after ${formatDuration(took)}, ${formatDuration(interval)} stated; besides: ${others.join(', ') || 'nothing'}`
    return settle(isInTime(took, limitOf(interval, tolerance)) && others.length === 0, { observed })
  })
}

function limitOf(interval: Duration, tolerance: Duration): TimeLimit {
  return { promised: interval, tolerance: milliseconds(interval.ms * LATENESS + tolerance.ms) }
}
