import { setTimeout as pause } from 'node:timers/promises'
import { reasonOf, startStopwatch, type Stop } from './deadline.ts'
import { NotObserved } from './not-observed.ts'

/**
 * Waits until a moment has come that somebody has promised, such as the end of a session.
 *
 * @param leftMs how long it still is, by the promiser's clock; asked again until it is over
 * @throws {NotObserved} when the run is stopped first
 */
export async function whenOver(what: string, leftMs: () => number, stop: Stop): Promise<void> {
  const elapsed = startStopwatch()
  for (let left = leftMs(); left > 0; left = leftMs()) {
    if (stop.aborted) throw new NotObserved(what, 'stopped', elapsed(), reasonOf(stop), [])
    await pause(left, undefined, { signal: stop }).catch(() => undefined)
  }
}
