import { BadSettings, readEnvironment } from '#target/environment'
import type { RunRecord } from '#verdict/conclusion'
import { readKnownFailures, type KnownFailures } from '#verdict/known-failures'
import type { ScenarioRecord } from '#verdict/lattice'
import { followListed, withListed } from '#verdict/listed-failure'

/** The failures that are known before a run, and what has become of them. */
export class KnownList {
  #known: KnownFailures = { atMost: 0, list: [] }

  /** Reads them. @returns what is wrong with the list, in one line */
  read(): string | undefined {
    try {
      this.#known = readKnownFailures(readEnvironment())
      return undefined
    } catch (error) {
      if (error instanceof BadSettings) return error.message
      throw error
    }
  }

  /** What the scenarios so far have shown of them. @param target as the list names it */
  follow(
    target: string,
    startedAt: Date,
    scenarios: readonly ScenarioRecord[],
  ): Pick<RunRecord, 'scenarios' | 'known'> {
    const list = followListed(this.#known.list, target, scenarios, startedAt.toISOString().slice(0, 10))
    return { scenarios: withListed(scenarios, list), known: { atMost: this.#known.atMost, list } }
  }
}
