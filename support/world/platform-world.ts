import { World } from '@cucumber/cucumber'
import type { Check } from '#expect/check'
import type { RunAbort } from '#target/run-context'
import type { Bystander } from './bystander.ts'
import type { CastName, Crowd } from './cast.ts'
import type { Memory } from './memory.ts'
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
  /** Somebody whom the scenario does not concern; missing when she could not settle in. */
  bystander: Bystander | undefined
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

  /** What they remember together. */
  get crowdMemory(): Memory {
    return this.scenario.cast.crowdMemory
  }

  /** Makes these checks; fails once, with all that do not hold. @throws {NotAsPromised} */
  judge(...checks: readonly Check[]): Promise<void> {
    return this.scenario.checks.judge(...checks)
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
