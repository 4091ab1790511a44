import { CLOSE } from '#contract/codes'
import { describeLimit, isInTime, type TimeLimit } from '#contract/promises'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { formatDuration, type Duration } from '#waiting/duration'

/** How the platform closed a connection. */
export interface ClosedConnection {
  readonly code: number
  /** From the mark before what had to close it, or from the moment that had to; below zero when it came early. */
  readonly took: Duration
}

/** What was seen of a close, in words: `ended with 1008 after 3.5 s`. */
export function describeClose({ code, took }: ClosedConnection): string {
  return `ended with ${code} after ${formatDuration(took)}`
}

/** Whether a connection was closed as a session's end closes it, and in time. */
export function isClosedInTime({ code, took }: ClosedConnection, limit: TimeLimit): boolean {
  return code === CLOSE.policyViolation && isInTime(took, limit)
}

/** The end of a session closes its connection, in time. @param control that it was open until then */
export function sessionEndCloses(
  slug: Slug,
  seen: Seen<ClosedConnection>,
  limit: TimeLimit,
  control: string,
): Check {
  return check(slug, `${CLOSE.policyViolation}, ${describeLimit(limit)}`, seen, (closed) =>
    settle(isClosedInTime(closed, limit), { observed: describeClose(closed), control }),
  )
}
