import { DENIAL_CODES } from '#contract/codes'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** A faulty message, and what came back. */
export interface FaultyMessage {
  /** As the feature calls it. */
  readonly what: string
  /** Any of these is right. */
  readonly wanted: readonly string[]
  /** Codes of the errors that came back until something else was answered. */
  readonly errors: readonly string[]
  /** Whether each of them said in words what is wrong. */
  readonly isExplained: boolean
  /** Whether a good message was answered afterwards, or the line has ended where it may. */
  readonly goesOn: boolean
}

/** Everything that was sent, in order. */
export interface FaultsSent {
  readonly messages: readonly FaultyMessage[]
  /** Whether the connection was open in the end. */
  readonly isOpen: boolean
}

/** Each faulty message is answered with one error: of its own code, and in words. */
export function eachFaultHasItsError(seen: Seen<FaultsSent>): Check {
  const expected = 'one error each, of its own code and in words'
  return check('each-fault-has-its-error', expected, seen, ({ messages }) => {
    const odd = messages.filter((message) => !isRight(message))
    const told = (odd.length > 0 ? odd : messages).map(
      ({ what, errors, wanted }) =>
        `${what}: ${errors.join(' and ') || 'no error'}${odd.length > 0 ? `, not one ${wanted.filter(isOwn).join(' or ')}` : ''}`,
    )
    const more = told.length > MOST_TOLD ? [`and ${told.length - MOST_TOLD} more`] : []
    return settle(messages.length > 0 && odd.length === 0, {
      observed: [...told.slice(0, MOST_TOLD), ...more].join('; ') || 'nothing was sent',
      deviations: messages.flatMap(({ what, errors: [code = '', ...others] }) =>
        others.length === 0 && DENIAL_CODES.includes(code) ? [`message: ${what}: refused by ${code}`] : [],
      ),
    })
  })
}

const MOST_TOLD = 8

/** One of the contract's own codes. */
function isOwn(code: string): boolean {
  return !DENIAL_CODES.includes(code)
}

function isRight({ errors, wanted, isExplained }: FaultyMessage): boolean {
  const [first, ...others] = errors
  return others.length === 0 && wanted.some((code) => code === first) && isExplained
}

/** The connection answers after each of the faulty messages, and is open in the end. */
export function connectionStaysOpen(seen: Seen<FaultsSent>): Check {
  return check('line-stays-open', 'the line answers after each of them', seen, ({ messages, isOpen }) => {
    const silent = messages.filter(({ goesOn }) => !goesOn).map(({ what }) => what)
    const after = silent.length > 0 ? `, not after ${silent.slice(0, MOST_TOLD).join(', ')}` : ''
    const count = `answered after ${messages.length - silent.length} of ${messages.length}${after}`
    const observed = `${count}${isOpen ? '' : '; ended by the platform'}`
    return settle(messages.length > 0 && silent.length === 0 && isOpen, { observed })
  })
}
