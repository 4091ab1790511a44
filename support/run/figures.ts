import type { Figures } from '#verdict/conclusion'
import { milliseconds } from '#waiting/duration'

/**
 * What the run has cost until now.
 *
 * @param endedMs now; moments are in milliseconds since the start of the process
 * @param stackStartMs how long the local stack took to start; it did so while Cucumber was loading
 * @param preparedMs when the first scenario could begin; 0 when that never was
 */
export function figuresAt(endedMs: number, stackStartMs: number, preparedMs: number): Figures {
  const { user, system } = process.cpuUsage()
  return {
    stackStart: milliseconds(stackStartMs),
    scenarios: milliseconds(preparedMs > 0 ? endedMs - preparedMs : 0),
    // Loading the suite counts, too.
    wallBeyondStack: milliseconds(endedMs - stackStartMs),
    suiteCpu: milliseconds((user + system) / 1000),
  }
}
