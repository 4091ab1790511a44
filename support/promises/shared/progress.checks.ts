import { eventLabel, progressIn, type ObservedRun } from '#contract/observed-run'
import { isInTime, type TimeLimit } from '#contract/promises'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { formatDuration, milliseconds, type Duration } from '#waiting/duration'

/** What has fewer steps shows no course. */
const FEWEST_STEPS = 3

/** How the progress of a run went, and whether it rose: never back, and from first to last, in three steps at least. */
export function courseOf({ events }: ObservedRun): { observed: string; rises: boolean } {
  const course = progressIn(events).map(({ percentage }) => percentage)
  const falls = course.some((percentage, index) => percentage < (course[index - 1] ?? 0))
  const rises = course.length >= FEWEST_STEPS && !falls && (course.at(-1) ?? 0) > (course[0] ?? 0)
  return { observed: `${course.join(', ') || 'no'} %`, rises }
}

/** No gap between two events is longer than promised, nor is the one before the first of them. */
export function neverSilent(
  limits: { readonly first: TimeLimit; readonly between: TimeLimit },
  runs: Seen<readonly ObservedRun[]>,
): Check {
  const [first, between] = [limits.first.promised, limits.between.promised].map(formatDuration)
  const expected = `never more than ${between} without a word, and a first one within ${first}`
  return check('never-silent-for-long', expected, runs, (observed) => {
    const gaps = observed.flatMap(gapsOf).toSorted((one, other) => other.length.ms - one.length.ms)
    const [longest] = gaps
    if (!longest) return settle(false, { observed: 'nothing was told' })
    const late = gaps.find(
      ({ length, isFirst }) => !isInTime(length, isFirst ? limits.first : limits.between),
    )
    const { length, after } = late ?? longest
    return settle(!late, { observed: `${formatDuration(length)} at the longest, after ${after}` })
  })
}

/** A time without an event. */
interface Gap {
  readonly length: Duration
  /** What came before it. */
  readonly after: string
  /** Whether nothing had been told before it. */
  readonly isFirst: boolean
}

/** The gap before each event of a run, from its acceptance on. */
function gapsOf({ acceptedAt, events }: ObservedRun): Gap[] {
  return events.map(({ at }, index) => {
    const before = events[index - 1]
    const length = milliseconds(at - (before?.at ?? acceptedAt))
    const after = before ? eventLabel(before.event) : 'the acceptance'
    return { length, after, isFirst: !before }
  })
}
