import { createHash } from 'node:crypto'

/** One run of all twenty, and under what it is made. */
export interface SoakRun {
  /** 1, 2, 3 … */
  readonly number: number
  /** In which order scenarios are run: a seed for Cucumber. */
  readonly order: number
  /** Scenarios at once. */
  readonly width: number
  /** Whether other work wants the same processors. */
  readonly isSqueezed: boolean
  /** Whether calls and live messages take now longer, now less long. */
  readonly isFar: boolean
}

const WIDTHS = [1, 2, 4]
const EITHER = [false, true]
const LARGEST_ORDER = 100_000

/** Every width, squeezed or not, far or near, as often as the others, in an order that the seed makes. */
export function planSoak(runs: number, seed: string): SoakRun[] {
  const kinds = WIDTHS.flatMap((width) =>
    EITHER.flatMap((isSqueezed) => EITHER.map((isFar) => ({ width, isSqueezed, isFar }))),
  )
  return Array.from({ length: runs }, (_, index) => {
    const round = Math.floor(index / kinds.length)
    const place = (kind: object): number => numberOf(seed, `${round} ${JSON.stringify(kind)}`)
    const shuffled = kinds.toSorted((one, other) => place(one) - place(other))
    const kind = shuffled[index % kinds.length] as (typeof kinds)[number]
    const number = index + 1
    return { number, order: numberOf(seed, `order ${number}`) % LARGEST_ORDER, ...kind }
  })
}

function numberOf(seed: string, what: string): number {
  return createHash('sha256').update(`${seed} ${what}`).digest().readUInt32BE()
}
