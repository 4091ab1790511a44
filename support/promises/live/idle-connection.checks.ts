import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { milliseconds, formatDuration, seconds, type Duration } from '#waiting/duration'

/** A sign of life may be late by half of its interval, and by what it takes to notice. */
const LATENESS = 1.5
const NOTICE = seconds(2)

/** When the first sign of life is to be there at the latest. @param interval as it was stated */
export function latestSign(interval: Duration): Duration {
  return milliseconds(interval.ms * LATENESS + NOTICE.ms)
}

/** @param look waits for a sign of life; the interval is what the welcome stated */
export function givesSignsOfLife(
  seen: Seen<{ interval: Duration; took: Duration; others: readonly string[] }>,
): Check {
  const expected = `a heartbeat within the stated interval, or half of it and ${formatDuration(NOTICE)} later at most`
  return check('idle-line-gives-signs-of-life', expected, seen, ({ interval, took, others }) => {
    const observed = `after ${formatDuration(took)}, ${formatDuration(interval)} stated; besides: ${others.join(', ') || 'nothing'}`
    return settle(took.ms <= latestSign(interval).ms && others.length === 0, { observed })
  })
}
