import { setTimeout as pause } from 'node:timers/promises'

/** How many requests a minute one address may send before the platform's edge bans it. */
export interface EdgeLimits {
  /** Under `/api`. */
  readonly apiPerMinute: number
  /** Everywhere else. */
  readonly otherPerMinute: number
}

/** Makes requests wait for their turn. */
export interface Pacer {
  turn(url: URL): Promise<void>
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
  return { turn: ({ pathname }) => (pathname.startsWith('/api') ? lanes.api() : lanes.other()) }
}

function createLane(gapMs: number): () => Promise<void> {
  let free = 0
  return async () => {
    const now = performance.now()
    const start = Math.max(now, free)
    free = start + gapMs
    if (start > now) await pause(start - now)
  }
}
