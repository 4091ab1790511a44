interface Entry {
  readonly what: string
  readonly undo: () => Promise<void>
}

/** What a scenario has done to the platform, and how each thing is taken back. */
export class UndoLedger {
  readonly #entries: Entry[] = []

  /** @param what named when it cannot be undone */
  add(what: string, undo: () => Promise<void>): void {
    this.#entries.push({ what, undo })
  }

  /**
   * Takes everything back at once: no thing in it depends on another. One failure does not stop the rest.
   *
   * @returns what is left behind, newest first
   */
  async run(): Promise<string[]> {
    const entries = this.#entries.splice(0).reverse()
    return (await Promise.all(entries.map(takeBack))).flat()
  }

  /** Forgets everything. @returns what is left behind */
  abandon(): string[] {
    return this.#entries.splice(0).map(({ what }) => `${what}: the target was lost`)
  }
}

/** @returns what is left behind, if it cannot be taken back */
async function takeBack({ what, undo }: Entry): Promise<string[]> {
  try {
    await undo()
    return []
  } catch (error) {
    return [`${what}: ${error instanceof Error ? error.message : String(error)}`]
  }
}
