/** What time it is for one service. */
export interface Clock {
  now(): Date
}

export const SYSTEM_CLOCK: Clock = { now: () => new Date() }

/** Seconds since the epoch, as JSON Web Tokens count them. */
export function epochSeconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}
