import { setTimeout as pause } from 'node:timers/promises'
import type { Stop } from './deadline.ts'
import { Lane, LANE_BYTES } from './lane.ts'

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

/** What was sent on one of the two ways that an edge tells apart. */
export interface LaneFigures {
  readonly where: 'under /api' | 'elsewhere'
  readonly requests: number
  /** In the fullest minute, wherever it begins. */
  readonly mostInAMinute: number
  /** In any minute, by the edge; 0 where nothing is limited. */
  readonly allowed: number
}

/** For whoever counts nothing and keeps nobody waiting. */
export const UNPACED: Pacer = { turn: () => Promise.resolve() }

const SHARE = 0.8

/** In which all who send from this address take their turns, in whatever thread they are. */
export type PaceMemory = SharedArrayBuffer

/** Memory in which nobody has sent anything. */
export function paceMemory(): PaceMemory {
  return new SharedArrayBuffer(2 * LANE_BYTES)
}

/**
 * Keeps requests evenly below 80 % of the edge's limits (platform contract, section 7), all of them together that take
 * their turns in the same memory. Where nothing is limited, they are only counted.
 */
export function createPacer(limits: EdgeLimits | undefined, memory: PaceMemory): Pacer {
  return pacerOf(limits, memory, async (startsIn, stop) => {
    if (startsIn > 0) await pause(startsIn, undefined, stop ? { signal: stop } : {}).catch(() => undefined)
  })
}

/** For a few requests that go at once: those that come after them wait the longer. */
export function createHastyPacer(limits: EdgeLimits | undefined, memory: PaceMemory): Pacer {
  return pacerOf(limits, memory, () => Promise.resolve())
}

/** What was sent until now. */
export function paceFigures(memory: PaceMemory): LaneFigures[] {
  const { api, other } = lanesIn(memory)
  return [
    { where: 'under /api', ...api.figures() },
    { where: 'elsewhere', ...other.figures() },
  ]
}

type Wait = (startsIn: number, stop: Stop | undefined) => Promise<void>

function pacerOf(limits: EdgeLimits | undefined, memory: PaceMemory, wait: Wait): Pacer {
  const { api, other } = lanesIn(memory)
  const gapMs = (lane: Lane, perMinute: number): number => {
    lane.allow(perMinute)
    return 60_000 / (perMinute * SHARE)
  }
  const take = async (lane: Lane, gap: number, stop: Stop | undefined): Promise<void> => {
    await wait(lane.claim(gap), stop)
    lane.note()
  }
  const [apiGap, otherGap] = limits
    ? [gapMs(api, limits.apiPerMinute), gapMs(other, limits.otherPerMinute)]
    : [0, 0]
  return {
    turn: ({ pathname }, stop) =>
      pathname.startsWith('/api') ? take(api, apiGap, stop) : take(other, otherGap, stop),
  }
}

function lanesIn(memory: PaceMemory): { api: Lane; other: Lane } {
  return { api: new Lane(memory, 0), other: new Lane(memory, LANE_BYTES) }
}
