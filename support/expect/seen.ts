import { AccountableError } from '#errors/accountable'
import { NotObserved } from '#waiting/not-observed'
import { InTrouble, NotOffered, Unexpected } from '#wire/unexpected'

/** What a check or a step needs is not to be had on this target; the message says what would be needed. */
export class NotTestable extends AccountableError {
  readonly blames = 'target'
  readonly code = 'NOT_TESTABLE'
}

/** What was to be looked at did not come, or cannot be looked at on this target. */
export class NotSeen {
  readonly why: 'absent' | 'untestable'
  /** One line. */
  readonly reason: string

  constructor(why: NotSeen['why'], reason: string) {
    this.why = why
    this.reason = reason
  }
}

/** What an act has shown, or that it has shown nothing. Checks are made of it. */
export type Seen<Value> = Value | NotSeen

/**
 * Acts, and keeps what was seen for checks to judge.
 *
 * @returns what the act gives; `NotSeen` when the target did not do what was waited for, or does not offer it
 * @throws every error that says nothing about the target
 */
export async function see<Value>(act: () => Promise<Value> | Value): Promise<Seen<Value>> {
  try {
    return await act()
  } catch (error) {
    if (cannotBeTested(error)) return new NotSeen('untestable', error.message)
    if (isAbsence(error)) return new NotSeen('absent', error.message)
    throw error
  }
}

/** One sight made of two: what is missing in either is missing in both. */
export function together<One, Other>(one: Seen<One>, other: Seen<Other>): Seen<readonly [One, Other]> {
  if (one instanceof NotSeen) return one
  return other instanceof NotSeen ? other : [one, other]
}

/** The same sight, looked at in another way. */
export function seenAs<Value, Other>(seen: Seen<Value>, read: (value: Value) => Other): Seen<Other> {
  return seen instanceof NotSeen ? seen : read(seen)
}

/** Whether the target did not do what was waited for, as opposed to an error of the suite or the end of the run. */
export function isAbsence(error: unknown): error is Error {
  if (error instanceof NotObserved) return error.end !== 'stopped'
  return error instanceof Unexpected
}

/** Whether it cannot be seen here and now, through nobody's fault that is judged here. */
export function cannotBeTested(error: unknown): error is Error {
  return error instanceof NotTestable || error instanceof InTrouble || error instanceof NotOffered
}
