import { progressIn, type ObservedRun } from '#contract/observed-run'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { courseOf } from '#promises/shared/progress.checks'

type Run = Seen<ObservedRun>

/** A long task tells how far it has come: often enough, forwards, with news, and while it happens. */
export function progressTold(fewest: number, run: Run): Check[] {
  return [isTold(fewest, run), neverFalls(run), saysSomethingNew(run), comesAsItHappens(run)]
}

function isTold(fewest: number, run: Run): Check {
  return check('progress-is-told', `at least ${fewest} times`, run, ({ events }) => {
    const { length } = progressIn(events)
    return settle(length >= fewest, { observed: `${length} times` })
  })
}

function neverFalls(run: Run): Check {
  const expected = 'a course in three words or more, each at least as far as the one before'
  return check('progress-never-falls', expected, run, (observedRun) => {
    const { observed, rises } = courseOf(observedRun)
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
    const course = events.map(({ event }) => (event.type === 'progress_update' ? 'p' : '.')).join('')
    const between = course.match(/p(?=\.+p)/g)?.length ?? 0
    return settle(between >= 2, { observed: `${between} times, in ${course}` })
  })
}
