import { isInTime, type TimeLimit } from '#contract/promises'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { milliseconds, formatDuration, type Duration } from '#waiting/duration'

/** The signs of life on a connection on which nothing happens. */
export interface SignsOfLife {
  /** Which line, in words. */
  readonly line: string
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

/** A platform that looks now and then who is idle, on a busy machine, finds it out by so much of the interval later. */
const LATENESS = 0.75
/** One sign of life does not say that there will be another. */
const FEWEST_BEATS = 2

/**
 * Every idle connection goes on giving signs of life, at the interval that was stated.
 *
 * @param tolerance of the target
 * @param stalled how long the suite itself was kept waiting: what came meanwhile it has seen late
 */
export function givesSignsOfLife(
  seen: Seen<readonly SignsOfLife[]>,
  tolerance: Duration,
  stalled: Duration,
): Check {
  const expected = 'heartbeats of its own, each within the stated interval, and nothing else'
  return check('idle-line-gives-signs-of-life', expected, seen, (lines) => {
    const told = lines.map((signs) => describeSigns(signs, limitOf(signs, tolerance, stalled)))
    const odd = told.filter(({ isAlive }) => !isAlive)
    const observed = (odd.length > 0 ? odd : told).map(({ text }) => text)
    return settle(told.length > 0 && odd.length === 0, { observed: observed.join('; ') })
  })
}

function describeSigns(signs: SignsOfLife, limit: TimeLimit): { text: string; isAlive: boolean } {
  const { line, interval, gaps, beats, strangers, others } = signs
  const longest = milliseconds(Math.max(...gaps.map(({ ms }) => ms)))
  const besides = [...others, ...strangers.map((name) => `a heartbeat of ${name}`)]
  const waits = `${formatDuration(longest)} at most from one to the next, ${formatDuration(interval)} stated`
  const text = `${line}: ${beats} heartbeats; ${waits}; besides: ${besides.join(', ') || 'nothing'}`
  const isAlive = beats >= FEWEST_BEATS && isInTime(longest, limit)
  return { text, isAlive: isAlive && besides.length === 0 }
}

/** The longer of both: whoever is busy is not busy twice. */
function limitOf({ interval }: SignsOfLife, tolerance: Duration, stalled: Duration): TimeLimit {
  const late = Math.max(interval.ms * LATENESS, stalled.ms)
  return { promised: interval, tolerance: milliseconds(late + tolerance.ms) }
}
