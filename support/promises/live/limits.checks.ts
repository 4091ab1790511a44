import { CLOSE } from '#contract/codes'
import { LIMITS } from '#contract/limits'
import { isAgentEvent, type ReceivedFrame } from '#contract/frames'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { groundedFaults, type QuestionAndAnswer } from '#promises/shared/answers.checks'

/** Messages at the limit of what a connection takes, and past it. */
export interface TooLong {
  readonly limitBytes: number
  /** Whether the connection answered after a message of just that length. */
  readonly isAnsweringAtLimit: boolean
  /** With which code it was closed after one that was longer. */
  readonly code: number
  /** Whether another connection of the same person goes on. */
  readonly isOtherAnswering: boolean
}

/** A message is taken up to the limit; a longer one closes its connection, and no other. */
export function tooLongClosesConnection(seen: Seen<TooLong>): Check {
  const expected = `taken up to ${LIMITS.frameBytes} bytes; one byte more ends that line with ${CLOSE.tooLarge}, and no other`
  return check('too-long-ends-the-line', expected, seen, (told) => {
    const { limitBytes, isAnsweringAtLimit, code, isOtherAnswering } = told
    const observed = `${limitBytes} bytes: ${isAnsweringAtLimit ? 'answered' : 'silent'}; one more: ended with ${code}`
    const control = `another line of hers ${isOtherAnswering ? 'goes on' : 'is gone, too'}`
    const isPromised = limitBytes === LIMITS.frameBytes
    const holds = isPromised && isAnsweringAtLimit && code === CLOSE.tooLarge && isOtherAnswering
    return settle(holds, { observed, control })
  })
}

/** What somebody on the same platform has noticed. */
export interface Neighbour {
  readonly userId: string
  /** What she asked meanwhile, and what came of it. */
  readonly exchanges: readonly QuestionAndAnswer[]
  /** Everything that came to her, from the beginning. */
  readonly received: readonly ReceivedFrame[]
  readonly isOpen: boolean
}

/** Whoever is no part of it is answered, hears no error and nothing of others. @param control what was done meanwhile */
export function othersNoticeNothing(seen: Seen<Neighbour>, control: string): Check {
  const expected = 'asked and answered meanwhile, on a line that lasts'
  return check('others-notice-nothing', expected, seen, ({ userId, exchanges, received, isOpen }) => {
    const strange = received.filter((frame) => isStrange(frame, userId))
    const troubles = [
      ...exchanges.flatMap(({ question, ending }) => groundedFaults(question, ending)),
      ...strange.map(({ type }) => `was sent ${type}`),
      ...(isOpen ? [] : ['her line ended']),
    ]
    const observed = troubles.join('; ') || 'answered as ever'
    return settle(exchanges.length > 0 && troubles.length === 0, { observed, control })
  })
}

function isStrange(frame: ReceivedFrame, userId: string): boolean {
  if (isAgentEvent(frame)) return frame.payload.user_id !== userId
  return frame.type === 'error_message' || frame.type === 'unreadable'
}
