import { TOLERANCE } from '#contract/promises'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** What the record of a run said of it at the moment when so much had been told. */
export interface Probe {
  /** The sequence number of the last event that had come, and when: milliseconds on the process's clock. */
  readonly told: number
  readonly at: number
  /** What that event says: milliseconds since 1970. */
  readonly stamp: number
  readonly status: string
}

/** When a ping, and the look that was made together with it, were answered; on the process's clock, in milliseconds. */
export interface Ping {
  readonly pong: number
  readonly look: number
  /** Whether the work was still going on by that look. */
  readonly isRunning: boolean
}

/** Looks at the record of a run while it was told of. */
export interface RunProbes {
  readonly probes: readonly Probe[]
  /** A ping on its line at each of these looks, and when its last event came, on the same clock. */
  readonly pings: readonly Ping[]
  readonly endedAt: number
  /** That it was not told any further, if it was not. */
  readonly fault: string | undefined
  /** When the work was over by its record, on the same clock; where it says so. */
  readonly finishedAt?: number | undefined
}

const FEWEST_PROBES = 2
/** A single answer may be late. */
const FEWEST_PINGS = 3

/** Events come while the run's own record says that it is still running, and its line answers meanwhile. */
export function toldAsItHappens(seen: Seen<RunProbes>): Check {
  const expected =
    'told while its own record says that the work is going on, to its end; pings answered meanwhile'
  return check('told-as-it-happens', expected, seen, (told) => {
    const { probes, fault, finishedAt = 0 } = told
    const end = finishedAt - TOLERANCE.near.ms
    const going = probes.filter(({ status, at }) => status === 'running' || at < end)
    const running = going.map(({ told }) => told)
    const looks = `${probes.length} looks; still running when ${running.join(', ') || 'none'} had been told`
    const faults = [fault ?? '', isDeafMeanwhile(told) ? 'no ping was answered until it was over' : '']
    const observed = [looks, ...faults].filter(Boolean).join('; ')
    const isSeen = new Set(running).size >= FEWEST_PROBES || isToldInPace(probes)
    return settle(isSeen && !faults.some(Boolean), { observed })
  })
}

/** Whether the line answered pings only when all had been told, which were sent while the work went on. */
function isDeafMeanwhile({ pings, endedAt }: RunProbes): boolean {
  const meanwhile = pings.filter(({ look, isRunning }) => isRunning && look < endedAt)
  return meanwhile.length >= FEWEST_PINGS && meanwhile.every(({ pong }) => pong > endedAt)
}

/** Technical: work that is over sooner than this may be over before a word of it has come, in milliseconds. */
const SHORT_MS = 2_000
/** What is told all at once is told in none of the time that it took. */
const SHARE = 1 / 4

/** Whether short work was told in the time that it took, and not all at once, however late that was. */
function isToldInPace(probes: readonly Probe[]): boolean {
  const [first, last] = [probes[0], probes.at(-1)]
  if (!first || !last || !(last.stamp - first.stamp < SHORT_MS)) return false
  const middle = probes.slice(Math.floor(probes.length / 4), Math.ceil((probes.length * 3) / 4))
  const [from, to] = [middle[0], middle.at(-1)]
  if (!from || !to || !(to.stamp > from.stamp)) return false
  return to.at - from.at >= (to.stamp - from.stamp) * SHARE
}
