import { PROMISED } from '#contract/promises'
import type { Window } from './window.ts'

const WHOLE_SECOND = 1000

/** Compares moments that the platform tells with when they must have been. */
export class Moments {
  readonly #skewMs: number
  readonly #startedAt: number

  /** @param skewMs how far the target's clock is ahead of ours @param startedAt when the wire's clock began (1970) */
  constructor(skewMs: number, startedAt: number) {
    this.#skewMs = skewMs
    this.#startedAt = startedAt
  }

  /** Whether a moment may lie within a window, by clocks that may differ and tell whole seconds. */
  isWithin(told: string, { from, to }: Pick<Window, 'from' | 'to'>): boolean {
    const { earliest, latest } = this.#read(told)
    const accuracy = PROMISED.timestampAccuracy.ms
    return latest >= from - accuracy && earliest <= to + accuracy
  }

  /** How far from it: `12 s before`, `3 d after`; only for what does not lie within. */
  distance(told: string, { from, to }: Pick<Window, 'from' | 'to'>): string {
    const { earliest, latest } = this.#read(told)
    const [by, side] = latest < from ? [from - latest, 'before'] : [earliest - to, 'after']
    return `${Math.round(by / 1000)} s ${side} that`
  }

  #read(told: string): { earliest: number; latest: number } {
    const moment = Date.parse(told)
    const earliest = moment - this.#skewMs - this.#startedAt
    return { earliest, latest: earliest + (moment % WHOLE_SECOND === 0 ? WHOLE_SECOND - 1 : 0) }
  }
}

/** Whether two tellings of one moment agree; one of them may tell whole seconds. */
export function isSameMoment(one: string, other: string): boolean {
  const [first, second] = [Date.parse(one), Date.parse(other)]
  if (first === second) return true
  const isCoarse = first % WHOLE_SECOND === 0 || second % WHOLE_SECOND === 0
  return isCoarse && Math.abs(first - second) < WHOLE_SECOND
}
