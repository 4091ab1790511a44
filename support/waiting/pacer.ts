import { setTimeout as pause } from 'node:timers/promises'
import type { Stop } from './deadline.ts'

/** How many requests a minute one address may send before the platform's edge bans it. */
export interface EdgeLimits {
  /** Under `/api`. */
  readonly apiPerMinute: number
  /** Everywhere else. */
  readonly otherPerMinute: number
}

/** Makes requests wait for their turn. */
export interface Pacer {
  /** @param stop ends the wait; what comes next finds the run stopped by itself */
  turn(url: URL, stop?: Stop): Promise<void>
}

/** For targets that limit nothing at their edge. */
export const UNPACED: Pacer = { turn: () => Promise.resolve() }

const SHARE = 0.8

/**
 * Keeps requests evenly below 80 % of the edge's limits (platform contract, section 7).
 *
 * @param sharers how many workers send from this address at the same time
 */
export function createPacer({ apiPerMinute, otherPerMinute }: EdgeLimits, sharers: number): Pacer {
  const gapMs = (perMinute: number): number => (60_000 * sharers) / (perMinute * SHARE)
  const lanes = { api: createLane(gapMs(apiPerMinute)), other: createLane(gapMs(otherPerMinute)) }
  return { turn: ({ pathname }, stop) => (pathname.startsWith('/api') ? lanes.api(stop) : lanes.other(stop)) }
}

function createLane(gapMs: number): (stop?: Stop) => Promise<void> {
  let free = 0
  return async (stop) => {
    const now = performance.now()
    const start = Math.max(now, free)
    free = start + gapMs
    const waiting = start > now ? pause(start - now, undefined, stop ? { signal: stop } : {}) : undefined
    await waiting?.catch(() => undefined)
  }
}
