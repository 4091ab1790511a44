import { World } from '@cucumber/cucumber'
import type { Capability } from '#contract/capabilities'
import { type Blame } from '#errors/accountable'
import { FeatureFault } from '#errors/feature-fault'
import type { Check } from '#expect/check'
import { NotSeen, see, type Seen } from '#expect/seen'
import type { RunAbort } from '#target/run-context'
import type { Bystander } from './bystander.ts'
import type { CastName, Crowd } from './cast.ts'
import type { Person } from './person.ts'
import type { Scenario } from './scenario.ts'

/** Tells a scenario that the run has to end. */
export interface StopListener {
  readonly reason: () => RunAbort | undefined
  readonly close: () => void
}

/** What step definitions call `this`. It holds the scenario; whatever can be done is done by its people. */
export class PlatformWorld extends World {
  readonly lateErrors: string[] = []
  /** What a step needed of the target and did not get. */
  readonly obstacles: string[] = []
  /** Whom each error that was thrown in it blames. */
  readonly blamed: Blame[] = []
  /** Where the step that is under way stands: `features/chat-agents.feature:14`. */
  place = ''
  /** Somebody whom the scenario does not concern, once she has settled in; nobody when she could not. */
  bystander: Promise<Bystander | undefined> = Promise.resolve(undefined)
  /** Whether its next step can be taken, though promises of an earlier one are broken. */
  goesOn = false
  /** Why it cannot be tested on this target. */
  untestable: string | undefined
  #id = ''
  #scenario: Scenario | undefined
  #stop: StopListener | undefined
  #stopped: RunAbort | undefined
  #isOver = false
  #checksSeen = 0
  /** Told of errors that come when the scenario is over. */
  onLateError: (text: string) => void = () => undefined

  begin(scenario: Scenario, stop: StopListener): void {
    this.#id = scenario.id
    this.#scenario = scenario
    this.#stop = stop
  }

  /** Instead of beginning. */
  skip(id: string, why: RunAbort): void {
    this.#id = id
    this.#stopped = why
  }

  end(): void {
    this.#isOver = true
    this.#scenario?.stalls.stop()
    this.#stop?.close()
  }

  get id(): string {
    return this.#id
  }

  get hasBegun(): boolean {
    return this.#scenario !== undefined
  }

  get scenario(): Scenario {
    if (!this.#scenario) throw new Error('the scenario has not begun')
    return this.#scenario
  }

  /** Why it has to end early, if it has to. */
  get stopped(): RunAbort | undefined {
    return this.#stopped ?? this.#stop?.reason()
  }

  set stopped(why: RunAbort | undefined) {
    this.#stopped = why
  }

  person(name: CastName): Person {
    return this.scenario.cast.person(name)
  }

  /** Everybody who was gathered for this scenario. */
  get crowd(): Crowd {
    return this.scenario.cast.crowd
  }

  /** Makes these checks; fails once, with all that do not hold. @throws {NotAsPromised | UnlistedCheck} */
  judge(...checks: readonly Check[]): void {
    this.scenario.checks.judge(...checks)
  }

  /**
   * Acts, and keeps what was seen for checks to judge: also that nothing was seen.
   *
   * @param needs without which the target is not asked for it at all
   */
  async observe<Value>(act: () => Promise<Value> | Value, needs?: Capability): Promise<Seen<Value>> {
    if (needs === undefined || this.scenario.offers.has(needs)) return see(act)
    return new NotSeen('untestable', `the target does not offer ${needs}`)
  }

  /** A fault of the feature in the step that is under way. */
  fault(text: string): FeatureFault {
    return new FeatureFault(text).at(this.place)
  }

  /** Whether any check was made since this was asked last. */
  hasCheckedSomething(): boolean {
    const before = this.#checksSeen
    this.#checksSeen = this.scenario.checks.results.length
    return this.#checksSeen > before
  }

  /** An error that nobody waits for any more. */
  blame(text: string): void {
    if (this.#isOver) this.onLateError(`${this.#id}: ${text}`)
    else this.lateErrors.push(text)
  }
}
