import { setTimeout as pause } from 'node:timers/promises'
import { reasonOf, startStopwatch, type Stop } from './deadline.ts'
import { formatDuration, milliseconds, type Duration } from './duration.ts'
import { NotObserved } from './not-observed.ts'

/** What is asked for again and again, and for how long at most. */
export interface Patience {
  readonly what: string
  readonly limit: Duration
  readonly stop: Stop
}

/** Technical: short enough that nothing on this machine is kept waiting, long enough to leave others their turn. */
const FIRST_PAUSE_MS = 20
/** Technical: the longest time between two questions. */
export const LONGEST_PAUSE = milliseconds(1_000)

/**
 * Asks again and again, one question at a time and ever more patiently, until the answer fits.
 *
 * @param describe an answer that does not fit, for the error
 * @returns the first answer that fits
 * @throws {NotObserved} with the last answer
 */
export async function eventually<Answer>(
  { what, limit, stop }: Patience,
  ask: () => Promise<Answer>,
  fits: (answer: Answer) => boolean,
  describe: (answer: Answer) => string,
): Promise<Answer> {
  const elapsed = startStopwatch()
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE.ms)) {
    const answer = await ask()
    if (fits(answer)) return answer
    const last = [describe(answer)]
    const left = limit.ms - elapsed().ms
    if (left <= 0)
      throw new NotObserved(what, 'deadline', elapsed(), `the limit is ${formatDuration(limit)}`, last)
    await pause(Math.min(wait, left), undefined, { signal: stop }).catch(() => undefined)
    if (stop.aborted) throw new NotObserved(what, 'stopped', elapsed(), reasonOf(stop), last)
  }
}

/** Leaves the target alone for a while; the end of the run ends it. */
export async function leaveAlone({ ms }: Duration, stop: Stop | undefined): Promise<void> {
  await pause(ms, undefined, stop ? { signal: stop } : {}).catch(() => undefined)
}
