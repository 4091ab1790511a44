import type { CheckId } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'

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

export function eachFaultHasItsError(messages: () => readonly FaultyMessage[]): Check {
  return check('LIVE-5.each-fault-has-its-error', 'one error each, of its own code and in words', () => {
    const all = messages()
    const odd = all.filter(
      ({ errors, wanted, isExplained }) => errors.length !== 1 || errors[0] !== wanted || !isExplained,
    )
    const told = (odd.length > 0 ? odd : all).map(
      ({ what, errors, wanted }) =>
        `${what}: ${errors.join(' and ') || 'no error'}${odd.length > 0 ? `, not one ${wanted}` : ''}`,
    )
    return settle(all.length > 0 && odd.length === 0, { observed: told.join('; ') || 'nothing was sent' })
  })
}

/** @param look whether the line answers after each of the faults */
export function lineStaysOpen(
  look: () => { answered: number; sent: number; end: string | undefined },
): Check {
  return check('LIVE-5.line-stays-open', 'the line answers after each of them', () => {
    const { answered, sent, end } = look()
    const observed = `answered after ${answered} of ${sent}${end === undefined ? '' : `; ended: ${end}`}`
    return settle(sent > 0 && answered === sent && end === undefined, { observed })
  })
}

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

export function tooLongEndsTheLine(look: () => Promise<TooLong>): Check {
  const expected = 'taken up to the limit; one byte more ends that line with 1009, and no other'
  return check('LIVE-5.too-long-ends-the-line', expected, async () => {
    const { limitBytes, atLimit, pastLimit, otherAnswers } = await look()
    const observed = `${limitBytes} bytes: ${atLimit}; one more: ended with ${pastLimit}`
    const control = `another line of hers ${otherAnswers ? 'goes on' : 'is gone, too'}`
    return settle(atLimit === 'answered' && pastLimit === 1009 && otherAnswers, { observed, control })
  })
}

/** More at once than anybody may ask. */
export interface Flood {
  readonly sent: number
  readonly accepted: number
  /** Seconds to wait, as each refusal stated them. */
  readonly waits: readonly (number | undefined)[]
  /** Whether one more was taken when the others had been stopped. */
  readonly afterwards: string
}

export function floodIsSlowed(id: CheckId, look: () => Promise<Flood>): Check {
  return check(id, 'some taken, the others refused with how long to wait', async () => {
    const { sent, accepted, waits, afterwards } = await look()
    const stated = waits.filter((wait) => wait !== undefined && wait > 0 && wait <= 60).length
    const observed = `${accepted} of ${sent} taken, ${waits.length} refused, ${stated} with a wait; then ${afterwards}`
    const holds =
      accepted > 0 && waits.length > 0 && stated === waits.length && accepted + waits.length === sent
    return settle(holds && afterwards === 'answered', { observed })
  })
}

/** What somebody on the same platform has noticed. */
export interface Neighbour {
  readonly faults: readonly string[]
  /** What came to her that she did not ask for. */
  readonly strange: readonly string[]
  readonly lineIsOpen: boolean
}

/** @param control what was done meanwhile */
export function othersNoticeNothing(look: () => Promise<Neighbour>, control: string): Check {
  return check(
    'LIVE-5.others-notice-nothing',
    'asked and answered meanwhile, on a line that lasts',
    async () => {
      const { faults, strange, lineIsOpen } = await look()
      const troubles = [
        ...faults,
        ...strange.map((type) => `was sent ${type}`),
        ...(lineIsOpen ? [] : ['her line ended']),
      ]
      return settle(troubles.length === 0, { observed: troubles.join('; ') || 'answered as ever', control })
    },
  )
}

/** @param end resolves with the code by which the platform has ended the line */
export function lineEndsWith(id: CheckId, end: () => Promise<number>, control: string): Check {
  return check(id, '1008, within two seconds', async () => {
    const code = await end()
    return settle(code === 1008, { observed: `ended with ${code}`, control })
  })
}
