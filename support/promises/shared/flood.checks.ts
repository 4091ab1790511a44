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
  /** How one more question ended, when the others had been stopped. */
  readonly afterwards: string
}

const { runsAtOnce } = LIMITS
/** In seconds: what may be asked is counted by the minute. */
const LONGEST_WAIT = 60

/** Of a flood some is taken and the rest refused with how long to wait; then the next question is answered. */
export function floodIsSlowed(slug: Slug, seen: Seen<Flood>): Check {
  const expected = `${runsAtOnce} taken, the others refused with how long to wait`
  return check(slug, expected, seen, ({ sent, accepted, over, waits, afterwards }) => {
    const stated = waits.filter(isStated).length
    const observed = `${accepted} of ${sent} taken, ${waits.length} refused, ${stated} with a wait; then ${afterwards}`
    const isTaken = accepted >= runsAtOnce && accepted <= runsAtOnce + over
    const isSlowed = isTaken && waits.length > 0 && accepted + waits.length === sent
    return settle(isSlowed && stated === waits.length && afterwards === 'answered', { observed })
  })
}

/** In whole seconds, as a header says it. */
function isStated(wait: number | undefined): boolean {
  return wait !== undefined && Number.isInteger(wait) && wait > 0 && wait <= LONGEST_WAIT
}
