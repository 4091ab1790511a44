import { AccountableError } from './accountable.ts'

/** A feature says something that cannot be meant: a number that makes no sense, a step in the wrong place. */
export class FeatureFault extends AccountableError {
  readonly blames = 'suite'
  readonly code: string = 'FEATURE_FAULT'
  #isPlaced = false

  /** Names the step that says it, once. @param place `features/chat-agents.feature:14` */
  at(place: string): this {
    if (this.#isPlaced || place === '') return this
    this.#isPlaced = true
    this.message = `${place}: ${this.message}`
    // Where in the suite this was thrown helps nobody.
    this.stack = `${this.name}: ${this.message}`
    return this
  }
}

/** A step came before the one that it builds on. */
export class StepTooEarly extends FeatureFault {
  override readonly code = 'STEP_TOO_EARLY'

  /** @param phrase that has to come first, as `docs/phrases.md` has it */
  constructor(phrase: string) {
    super(`this step builds on "${phrase}", which has to come before it`)
  }
}

/** Reads what a step says; a fault in it is told with the step's place. @throws {FeatureFault} */
export function atPlace<Value>(place: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw error instanceof FeatureFault ? error.at(place) : error
  }
}
