import { nameOf, type ToldEvent, type ToldRun } from '#contract/observed-run'
import { milliseconds, say, seconds, type Duration } from '#waiting/duration'
import { check, settle, type Check } from '#expect/check'
import { courseOf } from '#promises/shared/progress.checks'

/** Two works of one person at the same time, in two conversations. */
export type TwoWorks = () => Promise<readonly [ToldRun, ToldRun]>

export function eachTellsItsOwn(works: TwoWorks): Check {
  const expected = 'each forwards, in its own conversation, both at the same time'
  return check('LIVE-3.each-tells-its-own', expected, async () => {
    const runs = await works()
    const courses = runs.map(courseOf)
    const strays = runs.flatMap(({ threadId, events }) =>
      events.filter(({ event }) => event.payload.thread_id !== threadId).map(({ event }) => nameOf(event)),
    )
    const together = atOnce(...runs)
    const told = courses.map(({ observed }) => observed).join(' and ')
    const observed = `${told}; ${together ? 'at once' : 'one after the other'}; in the wrong one: ${strays.join(', ') || 'nothing'}`
    return settle(courses.every(({ rises }) => rises) && strays.length === 0 && together, { observed })
  })
}

function atOnce(one: ToldRun, other: ToldRun): boolean {
  const [first, second] = [spanOf(one), spanOf(other)]
  return first.from < second.to && second.from < first.to
}

function spanOf({ events }: ToldRun): { from: number; to: number } {
  return { from: events[0]?.at ?? 0, to: events.at(-1)?.at ?? 0 }
}

/** Clocks differ by a little, and the network takes its time. */
const TOLERANCE = seconds(5)

/** @param skewMs how far the target's clock is ahead of ours */
export function toldWhenItHappens(skewMs: number, works: TwoWorks): Check {
  return check('LIVE-3.told-when-it-happens', `stamped within ${say(TOLERANCE)} of its arrival`, async () => {
    const events = (await works()).flatMap((run) => run.events)
    if (events.length === 0) return settle(false, { observed: 'nothing was told' })
    const offsets = events.map(({ at, event }) => ({
      event,
      ms: performance.timeOrigin + at - (Date.parse(event.timestamp) - skewMs),
    }))
    const worst = offsets.reduce((one, other) => (Math.abs(one.ms) >= Math.abs(other.ms) ? one : other))
    const how = worst.ms < 0 ? 'in the future' : 'late'
    const observed = `at the worst ${say({ ms: Math.abs(worst.ms) })} ${how}: ${nameOf(worst.event)}`
    return settle(Math.abs(worst.ms) <= TOLERANCE.ms, { observed })
  })
}

/** A sign of life may be late by half of its interval, and by what it takes to notice. */
const LATENESS = 1.5
const NOTICE = seconds(2)

/** When the first sign of life is to be there at the latest. @param interval as it was stated */
export function latestSign(interval: Duration): Duration {
  return milliseconds(interval.ms * LATENESS + NOTICE.ms)
}

/** @param look waits for a sign of life; the interval is what the welcome stated */
export function givesSignsOfLife(
  look: () => Promise<{ interval: Duration; took: Duration; others: readonly string[] }>,
): Check {
  const expected = `a heartbeat within the stated interval, or half of it and ${say(NOTICE)} later at most`
  return check('LIVE-3.idle-line-gives-signs-of-life', expected, async () => {
    const { interval, took, others } = await look()
    const observed = `after ${say(took)}, ${say(interval)} stated; besides: ${others.join(', ') || 'nothing'}`
    return settle(took.ms <= latestSign(interval).ms && others.length === 0, { observed })
  })
}

/** What one of several watchers was told while all were at it. */
export interface WatcherView {
  readonly name: string
  /** Whether her own question was answered as it has to be, and what is wrong if not. */
  readonly faults: readonly string[]
  /** What she was told of her own work. */
  readonly own: readonly ToldEvent[]
  /** What she was told that is not hers. */
  readonly foreign: readonly string[]
  /** Whether her line answered when all was over. */
  readonly fence: boolean
}

export function eachIsToldHerOwn(look: () => Promise<readonly WatcherView[]>): Check {
  return check('LIVE-4.each-is-told-her-own', 'each answered, and told of nothing else', async () => {
    const views = await look()
    const told = views.map(({ name, own, faults, foreign, fence }) => {
      const troubles = [
        ...faults,
        ...(foreign[0] === undefined
          ? []
          : [`told ${foreign.length} words that are not hers, like ${foreign[0]}`]),
        ...(fence ? [] : ['her line is mute']),
      ]
      return { name, count: own.length, troubles }
    })
    const observed = told
      .map(({ name, count, troubles }) => `${name}: ${count} words, ${troubles.join(', ') || 'all hers'}`)
      .join('; ')
    const holds = told.every(({ count, troubles }) => count > 0 && troubles.length === 0)
    return settle(views.length > 1 && holds, { observed })
  })
}

/** Who was welcomed on a line, and whose pass opened it. */
export interface Welcome {
  readonly name: string
  readonly greetedAs: string
  readonly subject: string
}

export function welcomedByThePass(welcomes: () => readonly Welcome[]): Check {
  return check('LIVE-4.welcomed-by-the-pass', 'each as the subject of her own pass, all different', () => {
    const all = welcomes()
    const odd = all.filter(({ greetedAs, subject }) => greetedAs !== subject)
    const people = new Set(all.map(({ greetedAs }) => greetedAs)).size
    const told = odd.map(({ name, greetedAs }) => `${name} was welcomed as ${greetedAs}`)
    const observed = told.join('; ') || `${people} people, each by her own pass`
    return settle(all.length > 1 && odd.length === 0 && people === all.length, { observed })
  })
}
