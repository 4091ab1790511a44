import { eventLabel, type ObservedRun } from '#contract/observed-run'
import { formatDuration, seconds } from '#waiting/duration'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { courseOf } from '#promises/shared/progress.checks'

/** Two works of one person at the same time, in two conversations. */
export type TwoWorks = Seen<readonly [ObservedRun, ObservedRun]>

export function eachTellsItsOwn(works: TwoWorks): Check {
  const expected = 'each forwards, in its own conversation, both at the same time'
  return check('each-tells-its-own', expected, works, (runs) => {
    const courses = runs.map(courseOf)
    const strays = runs.flatMap(({ threadId, events }) =>
      events
        .filter(({ event }) => event.payload.thread_id !== threadId)
        .map(({ event }) => eventLabel(event)),
    )
    const together = atOnce(...runs)
    const told = courses.map(({ observed }) => observed).join(' and ')
    const observed = `${told}; ${together ? 'at once' : 'one after the other'}; in the wrong one: ${strays.join(', ') || 'nothing'}`
    return settle(courses.every(({ rises }) => rises) && strays.length === 0 && together, { observed })
  })
}

function atOnce(one: ObservedRun, other: ObservedRun): boolean {
  const [first, second] = [spanOf(one), spanOf(other)]
  return first.from < second.to && second.from < first.to
}

function spanOf({ events }: ObservedRun): { from: number; to: number } {
  return { from: events[0]?.at ?? 0, to: events.at(-1)?.at ?? 0 }
}

/** Clocks differ by a little, and the network takes its time. */
const TOLERANCE = seconds(5)

/** @param skewMs how far the target's clock is ahead of ours */
export function toldWhenItHappens(skewMs: number, works: TwoWorks): Check {
  return check(
    'told-when-it-happens',
    `stamped within ${formatDuration(TOLERANCE)} of its arrival`,
    undefined,
    async () => {
      const events = (await works()).flatMap((run) => run.events)
      if (events.length === 0) return settle(false, { observed: 'nothing was told' })
      const offsets = events.map(({ at, event }) => ({
        event,
        ms: performance.timeOrigin + at - (Date.parse(event.timestamp) - skewMs),
      }))
      const worst = offsets.reduce((one, other) => (Math.abs(one.ms) >= Math.abs(other.ms) ? one : other))
      const how = worst.ms < 0 ? 'in the future' : 'late'
      const observed = `at the worst ${formatDuration({ ms: Math.abs(worst.ms) })} ${how}: ${eventLabel(worst.event)}`
      return settle(Math.abs(worst.ms) <= TOLERANCE.ms, { observed })
    },
  )
}
