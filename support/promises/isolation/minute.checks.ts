import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import type { Duration } from '#waiting/duration'

/** A message that was not taken; times are milliseconds on one clock. */
export interface Refusal {
  readonly way: 'on the line' | 'by a call'
  /** Whether it was refused as one too many. */
  readonly isDue: boolean
  /** The code or status that it was answered with. */
  readonly how: string
  /** How many seconds to wait, as it says. */
  readonly wait: number | undefined
  readonly sentAt: number
  readonly at: number
}

/** Messages of one person until no more may be taken. */
export interface FullMinute {
  readonly taken: number
  /** What was refused of those that may be sent. */
  readonly early: readonly Refusal[]
  /** What came of one more on each way; nothing where it was taken. */
  readonly more: readonly (Refusal | undefined)[]
  /** When the first was sent, and when the first was taken. */
  readonly from: number
  readonly firstTaken: number
  /** Whether messages of others were taken at the same moment. */
  readonly others: readonly boolean[]
}

const WINDOW_SECONDS = 60
/** Whole seconds, rounded either way; a moment is told by a clock that may be a second old. */
const GRAIN_SECONDS = 1

/** As many as are promised within a minute, and not one more; others are not counted with her. @param most as many as that */
export function minuteIsFull(most: number, seen: Seen<FullMinute>): Check {
  const expected = `${most} taken, on the line and by calls; one more on either is refused, and nobody else's`
  return check('so-many-a-minute', expected, seen, ({ taken, early, more, others }) => {
    const odd = [...early, ...more.filter((one) => one?.isDue === false)]
    const through = more.filter((one) => one === undefined).length
    const refused = others.filter((isTaken) => !isTaken).length
    const faults = [
      ...odd.map((one) => `one ${one?.way} was refused with ${one?.how}`),
      ...(through > 0 ? [`${through} of ${more.length} more taken, too`] : []),
      ...(refused > 0 ? [`${refused} of ${others.length} others were refused`] : []),
    ]
    const observed = [`${taken} taken`, ...(faults.length > 0 ? faults : ['then no more'])].join('; ')
    const isFull = taken === most && faults.length === 0 && more.length > 0
    return settle(isFull, { observed, control: `${others.length - refused} messages of others were taken` })
  })
}

/** How long to wait is what is left of the minute. @param tolerance of the target */
export function waitIsWhatIsLeft(seen: Seen<FullMinute>, tolerance: Duration): Check {
  const expected = 'what is left of the minute that began with the first of them'
  return check('wait-is-what-is-left', expected, seen, (minute) => {
    const refusals = [...minute.early, ...minute.more.flatMap((one) => one ?? [])]
    const told = refusals.map((refusal) => ({ ...leftAt(refusal, minute), refusal }))
    const slack = GRAIN_SECONDS + tolerance.ms / 1000
    const odd = told.filter(({ least, most, refusal: { wait, way } }) => {
      // Only a header says whole seconds.
      const isWritten = way === 'on the line' || Number.isInteger(wait)
      const isStated = wait !== undefined && isWritten && wait > 0 && wait <= WINDOW_SECONDS + GRAIN_SECONDS
      return !isStated || wait < least - slack || wait > most + slack
    })
    const observed = (odd.length > 0 ? odd : told)
      .slice(0, MOST_TOLD)
      .map(
        ({ most, refusal }) =>
          `${refusal.way}: ${refusal.wait ?? 'no word of'} s, ${Math.round(most)} s are left`,
      )
    const holds = told.length > 0 && odd.length === 0
    return settle(holds, { observed: observed.join('; ') || 'nothing was refused' })
  })
}

const MOST_TOLD = 3

/** In seconds: the answer was made at some moment between the sending and its arrival. */
function leftAt(
  { sentAt, at }: Refusal,
  { from, firstTaken }: FullMinute,
): { readonly least: number; readonly most: number } {
  return {
    least: WINDOW_SECONDS - (at - from) / 1000,
    most: WINDOW_SECONDS - (sentAt - firstTaken) / 1000,
  }
}
