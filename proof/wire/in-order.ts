/** Does one thing after the other, each a while later than it was due. */
export class InOrder {
  readonly #lag: (() => number) | undefined
  readonly #due: (() => void)[] = []
  #free = 0

  /** @param lag in milliseconds; without it, everything is done at once */
  constructor(lag?: () => number) {
    this.#lag = lag
  }

  do(act: () => void): void {
    if (!this.#lag) return act()
    const now = performance.now()
    this.#free = Math.max(this.#free, now + this.#lag())
    this.#due.push(act)
    // Timers may overtake each other; what is due does not.
    setTimeout(() => this.#due.shift()?.(), this.#free - now)
  }
}
