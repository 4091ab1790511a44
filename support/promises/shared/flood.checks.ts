import { LIMITS } from '#contract/limits'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** More at once than anybody may ask. */
export interface Flood {
  readonly sent: number
  readonly accepted: number
  /** How many of those were over before the last of them was answered for: they made room for others. */
  readonly over: number
  /** Seconds to wait, as each refusal stated them. */
  readonly waits: readonly (number | undefined)[]
  /** What one more was answered by a call meanwhile; `room` where there was room for it again. */
  readonly byCall: { readonly status: number; readonly wait: number | undefined } | 'room'
  /** How one more question ended, when the others had been stopped. */
  readonly afterwards: string
}

const { runsAtOnce } = LIMITS
/** In seconds: what may be asked is counted by the minute. */
const LONGEST_WAIT = 60
const TOO_MANY = 429

/** Of a flood some is taken and the rest refused with how long to wait; then the next question is answered. */
export function floodIsSlowed(slug: Slug, seen: Seen<Flood>): Check {
  const expected = `${runsAtOnce} taken, the others refused with how long to wait`
  return check(slug, expected, seen, ({ sent, accepted, over, waits, byCall, afterwards }) => {
    const stated = waits.filter(isStated).length
    const call = byCallOf(byCall)
    const observed = `${accepted} of ${sent} taken, ${waits.length} refused, ${stated} with a wait; ${call ? `${call}; ` : ''}then ${afterwards}`
    const isTaken = accepted >= runsAtOnce && accepted <= runsAtOnce + over
    const isSlowed = isTaken && waits.length > 0 && accepted + waits.length === sent
    return settle(isSlowed && call === undefined && stated === waits.length && afterwards === 'answered', {
      observed,
    })
  })
}

/** What is wrong with the answer to a call; nothing where it was refused as it should be. */
function byCallOf(answer: Flood['byCall']): string | undefined {
  if (answer === 'room') return undefined
  if (answer.status !== TOO_MANY) return `one more by a call: ${answer.status}, not ${TOO_MANY}`
  return isStated(answer.wait) && Number.isInteger(answer.wait)
    ? undefined
    : 'one more by a call: refused without how long to wait'
}

/** In seconds; only a header says them in whole ones. */
function isStated(wait: number | undefined): boolean {
  return wait !== undefined && wait > 0 && wait <= LONGEST_WAIT
}
