import { isInTime, type TimeLimit } from '#contract/promises'
import { eventLabel, progressIn, type ObservedRun } from '#contract/observed-run'
import { formatDuration } from '#waiting/duration'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

const FEWEST_WORDS = 3

type Run = Seen<ObservedRun>

/** A long task tells how far it has come: often enough, forwards, with news, and while it happens. */
export function progressTold(run: Run): Check[] {
  return [isTold(run), neverFalls(run), saysSomethingNew(run), comesAsItHappens(run)]
}

function isTold(run: Run): Check {
  return check('progress-is-told', `at least ${FEWEST_WORDS} times`, run, ({ events }) => {
    const told = progressIn(events)
    return settle(told.length >= FEWEST_WORDS, { observed: `${told.length} times` })
  })
}

function neverFalls(run: Run): Check {
  return check('progress-never-falls', 'each word at least as far as the one before', run, (told) => {
    const { observed, rises } = courseOf(told)
    return settle(rises, { observed })
  })
}

function saysSomethingNew(run: Run): Check {
  return check('progress-says-something-new', 'no two words alike', run, ({ events }) => {
    const messages = progressIn(events).map(({ message }) => message)
    const repeated = messages.filter((message, index) => messages.indexOf(message) !== index)
    const observed =
      repeated.length > 0 ? `again: ${repeated.join('; ')}` : `${messages.length} different words`
    return settle(messages.length > 1 && repeated.length === 0, { observed })
  })
}

function comesAsItHappens(run: Run): Check {
  const expected = 'work is told of between the words of progress, at least twice'
  return check('progress-comes-as-it-happens', expected, run, ({ events }) => {
    const course = events.map(({ event }) => (event.type === 'progress_update' ? 'p' : '.'))
    const between = course.join('').match(/p(?=\.+p)/g)?.length ?? 0
    return settle(between >= 2, { observed: `${between} times, in ${course.join('')}` })
  })
}

/** How the progress of a run went, and whether it only ever went up. */
export function courseOf({ events }: ObservedRun): { observed: string; rises: boolean } {
  const course = progressIn(events).map(({ percentage }) => percentage)
  const falls = course.some((percentage, index) => percentage < (course[index - 1] ?? 0))
  const rises = course.length >= FEWEST_WORDS && !falls && (course.at(-1) ?? 0) > (course[0] ?? 0)
  return { observed: `${course.join(', ') || 'no'} %`, rises }
}

/** No gap between two events is longer than promised: neither before the first, nor between, nor at the end. */
export function neverSilent(limit: TimeLimit, runs: Seen<readonly ObservedRun[]>): Check {
  const expected = `never more than ${formatDuration(limit.promised)} without a word`
  return check('never-silent-for-long', expected, runs, (observed) => {
    const gaps = observed.map(longestGapOf)
    const longest = gaps.reduce((one, other) => (one.ms >= other.ms ? one : other), {
      ms: 0,
      after: 'nothing',
    })
    const told = `${formatDuration(longest)} at the longest, after ${longest.after}`
    return settle(gaps.length > 0 && isInTime(longest, limit), { observed: told })
  })
}

function longestGapOf({ acceptedAt, events }: ObservedRun): { ms: number; after: string } {
  let [before, after] = [acceptedAt, 'the acceptance']
  let longest = { ms: 0, after }
  for (const { at, event } of events) {
    if (at - before > longest.ms) longest = { ms: at - before, after }
    ;[before, after] = [at, eventLabel(event)]
  }
  return longest
}

/** A task that was stopped, and what came of it. */
export interface Stopping {
  /** From asking to the end that was told. */
  readonly tookMs: number
  readonly status: string
  /** What was told of it after its end, while other work was done from beginning to end. */
  readonly afterwards: readonly string[]
  /** Answers to it that stand in the conversation. */
  readonly answers: number
  /** What was done meanwhile. */
  readonly fence: string
}

/** The contract's two seconds, and what it takes to notice. */
const LATEST_END_MS = 4_000

export function stopped(seen: Seen<Stopping>): Check[] {
  return [
    check('stopped-in-time', 'cancelled, within two seconds', seen, ({ status, tookMs }) => {
      const observed = `${status}, told after ${Math.round(tookMs)} ms`
      return settle(status === 'cancelled' && tookMs <= LATEST_END_MS, { observed })
    }),
    check(
      'stopped-stays-stopped',
      'no event and no answer after its end',
      seen,
      ({ afterwards, answers, fence }) => {
        const observed = `afterwards ${afterwards.join(', ') || 'nothing'}; ${answers} answers kept`
        return settle(afterwards.length === 0 && answers === 0, { observed, control: fence })
      },
    ),
  ]
}
