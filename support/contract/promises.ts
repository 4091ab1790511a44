import { formatDuration, milliseconds, seconds, type Duration } from '#waiting/duration'

/** What the contract promises in time (sections 2 to 4), and the budgets of the business flows (scenarios). */
export const PROMISED = {
  /** From asking a service for its health to its answer. */
  health: seconds(2),
  /** Of an access token, where the target is not set otherwise. */
  accessLifetime: seconds(15 * 60),
  /** Of a refresh token, likewise. */
  refreshLifetime: seconds(14 * 24 * 60 * 60),
  /** From sign-out, deletion or the end of a token to the close of its connections. */
  connectionClose: seconds(2),
  /** From asking a run to stop to its terminal event. */
  runStop: seconds(2),
  /** From the acceptance of a message to the first event of its run. */
  firstEvent: seconds(2),
  /** The longest time without an event while a run lasts. */
  silence: seconds(10),
  /** Between the timestamp of an event and its arrival, either way (scenarios). */
  timestampAccuracy: seconds(5),
  /** For one authentication flow. */
  authentication: seconds(60),
  /** To connect and be welcomed, and to the first event under load. */
  connection: seconds(15),
  /** For one complex chat workflow. */
  complexChat: seconds(120),
} as const

/** What a platform may be configured to where it lets tokens live longer than is promised: it is told, and not red. */
export const CONFIGURABLE = {
  accessLifetime: seconds(60 * 60),
  refreshLifetime: seconds(90 * 24 * 60 * 60),
} as const

/**
 * How much later than promised something may be seen: what the way from the target to us takes, and our own
 * noticing. It is no part of any promise.
 */
export const TOLERANCE = { near: milliseconds(250), far: milliseconds(1_500) } as const

/** A promise in time, and how much later it may be seen to be kept. */
export interface TimeLimit {
  readonly promised: Duration
  readonly tolerance: Duration
}

/** Whether something was seen in time. @param took measured from the mark before the act */
export function isInTime(took: Duration, { promised, tolerance }: TimeLimit): boolean {
  return took.ms <= promised.ms + tolerance.ms
}

/** `within 2 s`: the promise in words; the tolerance is ours and not promised. */
export function describeLimit({ promised }: TimeLimit): string {
  return `within ${formatDuration(promised)}`
}
