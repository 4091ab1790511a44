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

  /** Takes everything back, newest first. One failure does not stop the rest. @returns what is left behind */
  async run(): Promise<string[]> {
    const leftBehind: string[] = []
    for (const { what, undo } of this.#entries.splice(0).reverse()) {
      try {
        await undo()
      } catch (error) {
        leftBehind.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    return leftBehind
  }

  /** Forgets everything. @returns what is left behind */
  abandon(): string[] {
    return this.#entries.splice(0).map(({ what }) => `${what}: the target was lost`)
  }
}
