import { eventLabel, type ObservedRun } from '#contract/observed-run'
import { PROMISED } from '#contract/promises'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { groundedFaults, inventedDuring, type GroundedQuestion } from '#promises/shared/answers.checks'
import { courseOf } from '#promises/shared/progress.checks'
import { formatDuration } from '#waiting/duration'

type Runs = Seen<readonly ObservedRun[]>

/** Runs of one person at the same time each tell their own progress, in their own thread. */
export function eachTellsItsOwn(seen: Runs): Check {
  const expected = 'each forwards, in its own conversation, all at the same time'
  return check('each-tells-its-own', expected, seen, (runs) => {
    const courses = runs.map(courseOf)
    const strays = runs.flatMap(straysIn)
    const isAtOnce = areAtOnce(runs)
    const told = courses.map(({ observed }) => observed).join(' and ')
    const observed = `${told}; ${isAtOnce ? 'at once' : 'one after the other'}; in the wrong one: ${strays.join(', ') || 'nothing'}`
    return settle(courses.every(({ rises }) => rises) && strays.length === 0 && isAtOnce, { observed })
  })
}

/** One of several works at the same time, and the answers to it that its thread holds. */
export interface WorkAtOnce {
  readonly question: GroundedQuestion
  readonly run: ObservedRun
  readonly kept: readonly string[]
}

/** Each of several works at the same time is answered as it was asked, and its answer kept where it belongs. */
export function eachAnsweredAsAsked(seen: Seen<readonly WorkAtOnce[]>): Check {
  const expected = 'each by its own figures, with nothing of the others, and kept so'
  return check('each-answered-as-asked', expected, seen, (works) => {
    const odd = works.flatMap((work) =>
      mixedUpIn(work, works).map((fault) => `asked about ${work.question.workload}: ${fault}`),
    )
    const observed = odd.join('; ') || `${works.length} works, each answered as it was asked`
    return settle(works.length > 1 && odd.length === 0, { observed })
  })
}

function mixedUpIn({ question, run, kept }: WorkAtOnce, works: readonly WorkAtOnce[]): string[] {
  const others = works.map((work) => work.question.workload).filter((name) => name !== question.workload)
  const named = others.filter((name) => run.text.includes(name))
  const invented = inventedDuring(run, [question.text])
  return [
    ...groundedFaults(question, run),
    ...named.map((name) => `it speaks of ${name}`),
    ...(invented.length > 0 ? [`nobody gave ${invented.join(', ')}`] : []),
    ...(kept.length === 1 && kept[0] === run.text ? [] : ['another answer is kept']),
  ]
}

/** Events of a run that were told in another thread. */
function straysIn({ threadId, events }: ObservedRun): string[] {
  const strays = events.filter(({ event }) => event.payload.thread_id !== threadId)
  return strays.map(({ event }) => eventLabel(event))
}

/** Whether there was a moment at which all of several runs were told of. */
function areAtOnce(runs: readonly ObservedRun[]): boolean {
  const begins = runs.map(({ events }) => events[0]?.at ?? 0)
  const ends = runs.map(({ events }) => events.at(-1)?.at ?? 0)
  return runs.length > 1 && Math.max(...begins) < Math.min(...ends)
}

/** Every event was stamped just when it came. @param skewMs how far the target's clock is ahead of ours */
export function toldWhenItHappens(skewMs: number, seen: Runs): Check {
  const { timestampAccuracy: promised } = PROMISED
  const expected = `stamped within ${formatDuration(promised)} of its arrival`
  return check('told-when-it-happens', expected, seen, (runs) => {
    const offsets = runs
      .flatMap(({ events }) => events)
      .map(({ at, event }) => ({
        event,
        ms: performance.timeOrigin + at - (Date.parse(event.timestamp) - skewMs),
      }))
    const [worst] = offsets.toSorted((one, other) => Math.abs(other.ms) - Math.abs(one.ms))
    if (!worst) return settle(false, { observed: 'nothing was told' })
    const how = worst.ms < 0 ? 'in the future' : 'late'
    const observed = `at the worst ${formatDuration({ ms: Math.abs(worst.ms) })} ${how}: ${eventLabel(worst.event)}`
    return settle(Math.abs(worst.ms) <= promised.ms, { observed })
  })
}
