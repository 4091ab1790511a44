import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** Messages at the limit of what a line takes, and past it. */
export interface TooLong {
  readonly limitBytes: number
  /** What became of the line after a message of just that length. */
  readonly atLimit: string
  /** How it ended after one that was longer. */
  readonly pastLimit: number
  /** Whether another line of the same person goes on. */
  readonly otherAnswers: boolean
}

export function tooLongClosesConnection(seen: Seen<TooLong>): Check {
  const expected = 'taken up to the limit; one byte more ends that line with 1009, and no other'
  return check(
    'too-long-ends-the-line',
    expected,
    seen,
    ({ limitBytes, atLimit, pastLimit, otherAnswers }) => {
      const observed = `${limitBytes} bytes: ${atLimit}; one more: ended with ${pastLimit}`
      const control = `another line of hers ${otherAnswers ? 'goes on' : 'is gone, too'}`
      return settle(atLimit === 'answered' && pastLimit === 1009 && otherAnswers, { observed, control })
    },
  )
}

/** What somebody on the same platform has noticed. */
export interface Neighbour {
  readonly faults: readonly string[]
  /** What came to her that she did not ask for. */
  readonly strange: readonly string[]
  readonly lineIsOpen: boolean
}

/** @param control what was done meanwhile */
export function othersNoticeNothing(seen: Seen<Neighbour>, control: string): Check {
  return check(
    'others-notice-nothing',
    'asked and answered meanwhile, on a line that lasts',
    seen,
    ({ faults, strange, lineIsOpen }) => {
      const troubles = [
        ...faults,
        ...strange.map((type) => `was sent ${type}`),
        ...(lineIsOpen ? [] : ['her line ended']),
      ]
      return settle(troubles.length === 0, { observed: troubles.join('; ') || 'answered as ever', control })
    },
  )
}
