import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** More at once than anybody may ask. */
export interface Flood {
  readonly sent: number
  readonly accepted: number
  /** Seconds to wait, as each refusal stated them. */
  readonly waits: readonly (number | undefined)[]
  /** Whether one more was taken when the others had been stopped. */
  readonly afterwards: string
}

export function floodIsSlowed(slug: Slug, seen: Seen<Flood>): Check {
  return check(
    slug,
    'some taken, the others refused with how long to wait',
    seen,
    ({ sent, accepted, waits, afterwards }) => {
      const stated = waits.filter((wait) => wait !== undefined && wait > 0 && wait <= 60).length
      const observed = `${accepted} of ${sent} taken, ${waits.length} refused, ${stated} with a wait; then ${afterwards}`
      const holds =
        accepted > 0 && waits.length > 0 && stated === waits.length && accepted + waits.length === sent
      return settle(holds && afterwards === 'answered', { observed })
    },
  )
}
