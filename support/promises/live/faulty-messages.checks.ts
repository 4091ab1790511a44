import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** A faulty message, and what came back. */
export interface FaultyMessage {
  /** As the feature calls it. */
  readonly what: string
  readonly wanted: string
  /** Codes of the errors that came back until something else was answered. */
  readonly errors: readonly string[]
  /** Whether each of them said in words what is wrong. */
  readonly isExplained: boolean
}

export function eachFaultHasItsError(messages: Seen<readonly FaultyMessage[]>): Check {
  return check(
    'each-fault-has-its-error',
    'one error each, of its own code and in words',
    messages,
    (all) => {
      const odd = all.filter(
        ({ errors, wanted, isExplained }) => errors.length !== 1 || errors[0] !== wanted || !isExplained,
      )
      const told = (odd.length > 0 ? odd : all).map(
        ({ what, errors, wanted }) =>
          `${what}: ${errors.join(' and ') || 'no error'}${odd.length > 0 ? `, not one ${wanted}` : ''}`,
      )
      return settle(all.length > 0 && odd.length === 0, { observed: told.join('; ') || 'nothing was sent' })
    },
  )
}

/** @param look whether the line answers after each of the faults */
export function connectionStaysOpen(
  seen: Seen<{ answered: number; sent: number; end: string | undefined }>,
): Check {
  return check('line-stays-open', 'the line answers after each of them', seen, ({ answered, sent, end }) => {
    const observed = `answered after ${answered} of ${sent}${end === undefined ? '' : `; ended: ${end}`}`
    return settle(sent > 0 && answered === sent && end === undefined, { observed })
  })
}
