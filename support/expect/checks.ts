import type { Capability } from '#contract/capabilities'
import { entryOf } from './catalogue.ts'
import { make, type Check, type CheckResult, type FailedCheck } from './check.ts'
import { NotAsPromised } from './not-as-promised.ts'

/** The checks of one scenario: made here, and remembered with what they saw. */
export class Checks {
  readonly #results: CheckResult[] = []
  readonly #offered: ReadonlySet<Capability>

  /** @param offered what the target offers */
  constructor(offered: ReadonlySet<Capability>) {
    this.#offered = offered
  }

  get results(): readonly CheckResult[] {
    return this.#results
  }

  /** How many checks have really been made. */
  get made(): number {
    return this.#results.filter(({ status }) => status !== 'not-testable').length
  }

  /** Makes all of these checks, then fails once with every one that does not hold. @throws {NotAsPromised} */
  async judge(...checks: readonly Check[]): Promise<void> {
    const failed = await this.collect(...checks)
    if (failed.length > 0) throw new NotAsPromised(failed)
  }

  /** Makes all of these checks. @returns those that do not hold */
  async collect(...checks: readonly Check[]): Promise<FailedCheck[]> {
    const failed: FailedCheck[] = []
    for (const check of checks) {
      const result = await this.#judgeOne(check)
      this.#results.push(result)
      if (result.status === 'failed') failed.push(result)
    }
    return failed
  }

  async #judgeOne(check: Check): Promise<CheckResult> {
    const { capability } = entryOf(check.id)
    if (capability === undefined || this.#offered.has(capability)) return make(check)
    return { status: 'not-testable', id: check.id, reason: `the target does not offer ${capability}` }
  }
}
