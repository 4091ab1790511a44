import type { Capability } from '#contract/capabilities'
import { FeatureFault } from '#errors/feature-fault'
import { entryOf, idOf, type CheckId } from './catalogue.ts'
import { make, type Check, type CheckResult, type FailedCheck } from './check.ts'
import { NotAsPromised } from './not-as-promised.ts'

/** A step of a scenario makes a check that the catalogue does not list for it. */
export class UnlistedCheck extends FeatureFault {
  override readonly code = 'UNLISTED_CHECK'
}

/** The checks of one scenario: made here, and remembered with what they saw. */
export class Checks {
  readonly #scenario: string
  readonly #results: CheckResult[] = []
  readonly #offered: ReadonlySet<Capability>

  /** @param scenario its permanent id, e.g. `AUTH-3` @param offered what the target offers */
  constructor(scenario: string, offered: ReadonlySet<Capability>) {
    this.#scenario = scenario
    this.#offered = offered
  }

  /** Every check that was made, in order. */
  get results(): readonly CheckResult[] {
    return this.#results
  }

  /** How many checks have really been made. */
  get made(): number {
    return this.#results.filter(({ status }) => status !== 'not-testable').length
  }

  /**
   * Makes all of these checks, then fails once with every one that does not hold.
   *
   * @throws {NotAsPromised | UnlistedCheck}
   */
  judge(...checks: readonly Check[]): void {
    const failed = this.#makeAll(checks, this.#scenario)
    if (failed.length > 0) throw new NotAsPromised(failed)
  }

  /** Makes checks that every scenario makes. @returns those that do not hold */
  always(...checks: readonly Check[]): FailedCheck[] {
    return this.#makeAll(checks, 'ALWAYS')
  }

  #makeAll(checks: readonly Check[], scenario: string): FailedCheck[] {
    const results = checks.map((check) => this.#keep(this.#make(check, this.#idOf(check, scenario))))
    return results.filter((result) => result.status === 'failed')
  }

  /** At once: what was made before an error is not lost. */
  #keep(result: CheckResult): CheckResult {
    this.#results.push(result)
    return result
  }

  #idOf({ slug }: Check, scenario: string): CheckId {
    const id = idOf(scenario, slug)
    if (id) return id
    const where = `${scenario}.${slug}`
    throw new UnlistedCheck(`the catalogue has no check ${where}: add it to support/expect/catalogue/`)
  }

  #make(check: Check, id: CheckId): CheckResult {
    const { capability } = entryOf(id)
    if (capability === undefined || this.#offered.has(capability)) return make(check, id)
    return { status: 'not-testable', id, reason: `the target does not offer ${capability}` }
  }
}
