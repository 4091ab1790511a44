import type { ErrorCode } from '#contract/codes'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** A faulty message, and what came back. */
export interface FaultyMessage {
  /** As the feature calls it. */
  readonly what: string
  readonly wanted: ErrorCode
  /** Codes of the errors that came back until something else was answered. */
  readonly errors: readonly string[]
  /** Whether each of them said in words what is wrong. */
  readonly isExplained: boolean
  /** Whether a good message was answered afterwards. */
  readonly isAnswering: boolean
}

/** Everything that was sent, in order. */
export interface FaultsSent {
  readonly messages: readonly FaultyMessage[]
  /** Whether the connection was open in the end. */
  readonly isOpen: boolean
}

/** Each faulty message is answered with one error: of its own code, and in words. */
export function eachFaultHasItsError(seen: Seen<FaultsSent>): Check {
  return check(
    'each-fault-has-its-error',
    'one error each, of its own code and in words',
    seen,
    ({ messages }) => {
      const odd = messages.filter(
        ({ errors, wanted, isExplained }) => errors.length !== 1 || errors[0] !== wanted || !isExplained,
      )
      const told = (odd.length > 0 ? odd : messages).map(
        ({ what, errors, wanted }) =>
          `${what}: ${errors.join(' and ') || 'no error'}${odd.length > 0 ? `, not one ${wanted}` : ''}`,
      )
      return settle(messages.length > 0 && odd.length === 0, {
        observed: told.join('; ') || 'nothing was sent',
      })
    },
  )
}

/** The connection answers after each of the faulty messages, and is open in the end. */
export function connectionStaysOpen(seen: Seen<FaultsSent>): Check {
  return check('line-stays-open', 'the line answers after each of them', seen, ({ messages, isOpen }) => {
    const answered = messages.filter(({ isAnswering }) => isAnswering).length
    const observed = `answered after ${answered} of ${messages.length}${isOpen ? '' : '; ended by the platform'}`
    return settle(messages.length > 0 && answered === messages.length && isOpen, { observed })
  })
}
