import type { Figures } from '#verdict/conclusion'

/**
 * What the run has cost until now. All times in milliseconds; moments are counted from the start of the process.
 *
 * @param stackStartMs how long the local stack took to start; it did so while Cucumber was loading
 * @param preparedMs when the first scenario could begin; 0 when that never was
 */
export function figuresAt(endedMs: number, stackStartMs: number, preparedMs: number): Figures {
  const { user, system } = process.cpuUsage()
  return {
    stackStartMs,
    scenariosMs: preparedMs > 0 ? endedMs - preparedMs : 0,
    // Loading the suite counts, too.
    wallBeyondStackMs: endedMs - stackStartMs,
    suiteCpuMs: (user + system) / 1000,
  }
}
