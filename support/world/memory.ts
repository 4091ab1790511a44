/** A kind of thing that a person can remember from one step to the next. */
export interface Topic<Value> {
  readonly name: string
  /** Never there; ties the topic to its kind of value. */
  readonly value?: Value
}

/** @param name completes the sentence "Asha has not … yet" */
export function topic<Value>(name: string): Topic<Value> {
  return { name }
}

/** A scenario's steps are in an order that makes no sense. */
export class NothingToRecall extends Error {
  readonly code = 'NOTHING_TO_RECALL'
}

/** What one person remembers during a scenario. */
export class Memory {
  readonly #person: string
  readonly #values = new Map<Topic<unknown>, unknown>()

  constructor(person: string) {
    this.#person = person
  }

  note<Value>(about: Topic<Value>, value: Value): void {
    this.#values.set(about, value)
  }

  /** What is known of it already, or else is found out now. */
  once<Value>(about: Topic<Value>, findOut: () => Value): Value {
    if (!this.#values.has(about)) this.note(about, findOut())
    return this.recall(about)
  }

  /** @throws {NothingToRecall} */
  recall<Value>(about: Topic<Value>): Value {
    if (this.#values.has(about)) return this.#values.get(about) as Value
    throw new NothingToRecall(`${this.#person} has not ${about.name} yet: check the order of the steps`)
  }
}
