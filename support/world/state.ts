import { StepTooEarly } from '#errors/feature-fault'

/** One thing that a step leaves for a later one. */
export class Slot<Value> {
  readonly #phrase: string
  #filled: { readonly value: Value } | undefined

  /** @param phrase that fills it, as `docs/phrases.md` has it: named when a step comes too early */
  constructor(phrase: string) {
    this.#phrase = phrase
  }

  /** Whether anything was left here yet. */
  get isFilled(): boolean {
    return this.#filled !== undefined
  }

  /** Leaves a value, in place of an earlier one. */
  set(value: Value): void {
    this.#filled = { value }
  }

  /** What was left here last. @throws {StepTooEarly} naming the phrase that has to come first */
  get(): Value {
    if (!this.#filled) throw new StepTooEarly(this.#phrase)
    return this.#filled.value
  }

  /** What was left here, or else is found out now and left. */
  once(findOut: () => Value): Value {
    if (!this.#filled) this.set(findOut())
    return this.get()
  }
}

/** What the steps of one scenario leave for later ones: one type of state a domain, each with slots by name. */
export class StateStore {
  readonly #states = new Map<new () => unknown, unknown>()

  /** The state of a domain, the same all scenario long. */
  of<State>(type: new () => State): State {
    const known = this.#states.get(type)
    if (known !== undefined) return known as State
    const state = new type()
    this.#states.set(type, state)
    return state
  }
}
