import type { RunAnswer } from '#contract/answers'
import { describeLimit, isInTime, type TimeLimit } from '#contract/promises'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import type { RunEnding } from '#promises/shared/answers.checks'
import { formatDuration, type Duration } from '#waiting/duration'

/** A run that was stopped midway, and what came of it. */
export interface StoppedRun {
  /** From the mark before it was asked to stop to its terminal event. */
  readonly took: Duration
  readonly status: RunAnswer['status']
  /** What came of it after its terminal event, while another run went from beginning to end. */
  readonly afterwards: readonly string[]
  /** How many answers to it the thread holds. */
  readonly answers: number
  /** Whether the same message, sent once more under its name, was worked on anew. */
  readonly isBegunAnew: boolean
  /** The other run. */
  readonly fence: { readonly outcome: RunEnding['outcome']; readonly events: number }
}

/** A run that is stopped on the line is cancelled in time, and for good. */
export function stopped(limit: TimeLimit, seen: Seen<StoppedRun>): Check[] {
  return [endsInTime('stopped-in-time', limit, seen), staysEnded('stopped-stays-stopped', seen)]
}

/** So is one that is stopped by a call. */
export function calledOff(limit: TimeLimit, seen: Seen<StoppedRun>): Check[] {
  return [endsInTime('called-off-in-time', limit, seen), staysEnded('called-off-stays-off', seen)]
}

function endsInTime(slug: Slug, limit: TimeLimit, seen: Seen<StoppedRun>): Check {
  return check(slug, `cancelled, ${describeLimit(limit)}`, seen, ({ status, took }) => {
    const observed = `${status}, told after ${formatDuration(took)}`
    return settle(status === 'cancelled' && isInTime(took, limit), { observed })
  })
}

function staysEnded(slug: Slug, seen: Seen<StoppedRun>): Check {
  const expected = 'no event and no answer after its end'
  return check(slug, expected, seen, ({ afterwards, answers, isBegunAnew, fence }) => {
    const anew = isBegunAnew ? '; sent again, it was begun anew' : ''
    const observed = `afterwards ${afterwards.join(', ') || 'nothing'}; ${answers} answers kept${anew}`
    const control = `other work was ${fence.outcome} meanwhile, in ${fence.events} events`
    // Where nothing is worked on any more, it was not the stopping that kept it quiet.
    const holds = afterwards.length === 0 && answers === 0 && !isBegunAnew && fence.outcome === 'answered'
    return settle(holds, { observed, control })
  })
}
