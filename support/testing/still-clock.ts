import type { TestContext } from 'node:test'
import { milliseconds, type Duration } from '#waiting/duration'
import { settleDown } from '#waiting/settle-down'

const STEP = milliseconds(5)

/** A clock that stands still until it is moved, and all timers with it. It lasts as long as its test. */
export class StillClock {
  readonly #tick: (ms: number) => void
  #now = 700

  constructor({ mock }: TestContext) {
    mock.timers.enable({ apis: ['setTimeout'] })
    mock.method(performance, 'now', () => this.#now)
    this.#tick = (ms) => mock.timers.tick(ms)
  }

  /** In milliseconds; where it begins means nothing. */
  get now(): number {
    return this.#now
  }

  /** Moves on in small steps, so that whoever sets one timer after the other finds each of them in time. */
  async pass({ ms }: Duration, longestStep = STEP): Promise<void> {
    await settleDown()
    for (const end = this.#now + ms; this.#now < end; await settleDown()) {
      const step = Math.min(longestStep.ms, end - this.#now)
      this.#now += step
      this.#tick(step)
    }
  }
}
