import { milliseconds, seconds, type Duration } from './duration.ts'
import { everyTick } from './ticking.ts'

const TICK = milliseconds(50)
/** Technical: a timer that is late by less than this was not kept waiting. */
const NOTICEABLE = milliseconds(20)
/** Technical: stalls that are further apart do not add to what was seen late. */
const WINDOW = seconds(5)

/** How long this process itself was kept waiting, by timers of its own: what it sees late then, need not have been late. */
export class Stalls {
  readonly #now: () => number
  readonly #late: { readonly at: number; readonly ms: number }[] = []
  readonly #stop: () => void
  #last: number
  #worst = 0

  /** Watches until it is stopped. @param now in milliseconds, always forwards @param every calls regularly; gives what ends it */
  constructor(now = (): number => performance.now(), every = everyTick) {
    this.#now = now
    this.#last = now()
    this.#stop = every(TICK, () => this.#note())
  }

  /** The longest that it was kept waiting within five seconds, until now. */
  get worst(): Duration {
    this.#note()
    return milliseconds(this.#worst)
  }

  stop(): void {
    this.#stop()
  }

  #note(): void {
    const at = this.#now()
    const ms = at - this.#last - TICK.ms
    this.#last = at
    if (ms < NOTICEABLE.ms) return
    this.#late.push({ at, ms })
    while ((this.#late[0]?.at ?? at) < at - ms - WINDOW.ms) this.#late.shift()
    this.#worst = Math.max(
      this.#worst,
      this.#late.reduce((sum, late) => sum + late.ms, 0),
    )
  }
}
