/** Technical: of more requests than that, the first ones are known when the fullest minute is looked for. */
const MOST_KNOWN = 65_536
const [FREE, COUNT, ALLOWED] = [0, 1, 2]
const HEAD_BYTES = 3 * BigInt64Array.BYTES_PER_ELEMENT
/** How much memory one lane takes. */
export const LANE_BYTES = HEAD_BYTES + MOST_KNOWN * Float64Array.BYTES_PER_ELEMENT

const MINUTE_MS = 60_000

/** One queue of requests, in memory that threads share: whoever claims a turn has it alone. */
export class Lane {
  /** When the next turn is free, in microseconds since 1970; how many have gone out; how many may, in a minute. */
  readonly #head: BigInt64Array
  /** When requests went out, in milliseconds since 1970. */
  readonly #moments: Float64Array

  constructor(memory: SharedArrayBuffer, at: number) {
    this.#head = new BigInt64Array(memory, at, 3)
    this.#moments = new Float64Array(memory, at + HEAD_BYTES, MOST_KNOWN)
  }

  /** Says how many may go out in a minute. */
  allow(perMinute: number): void {
    Atomics.store(this.#head, ALLOWED, BigInt(perMinute))
  }

  /** Takes the next turn. @param gapMs from this turn to the one after it @returns in how many milliseconds it is */
  claim(gapMs: number): number {
    const gap = BigInt(Math.round(gapMs * 1_000))
    for (;;) {
      const now = BigInt(Math.round(nowMs() * 1_000))
      const free = Atomics.load(this.#head, FREE)
      const start = free > now ? free : now
      if (Atomics.compareExchange(this.#head, FREE, free, start + gap) === free)
        return Number(start - now) / 1_000
    }
  }

  /** Notes that a request goes out. */
  note(): void {
    const index = Number(Atomics.add(this.#head, COUNT, 1n))
    if (index < MOST_KNOWN) this.#moments[index] = nowMs()
  }

  /** What has gone out until now. */
  figures(): { requests: number; mostInAMinute: number; allowed: number } {
    const requests = Number(Atomics.load(this.#head, COUNT))
    const moments = this.#moments.slice(0, Math.min(requests, MOST_KNOWN)).sort()
    let mostInAMinute = 0
    for (let first = 0, last = 0; last < moments.length; last += 1) {
      while ((moments[last] ?? 0) - (moments[first] ?? 0) >= MINUTE_MS) first += 1
      mostInAMinute = Math.max(mostInAMinute, last - first + 1)
    }
    return { requests, mostInAMinute, allowed: Number(Atomics.load(this.#head, ALLOWED)) }
  }
}

/** Each thread counts from a beginning of its own. */
function nowMs(): number {
  return performance.timeOrigin + performance.now()
}
