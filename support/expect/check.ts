import { AssertionError } from 'chai'
import { NotObserved } from '#waiting/not-observed'
import { Unexpected } from '#wire/unexpected'
import type { CheckId } from './catalogue.ts'

/** What a check has seen. */
export interface Observation {
  /** What was seen, in one line; never empty, also when nothing was seen. */
  readonly observed: string
  /** For a "cannot": who could, with the same thing at the same time. */
  readonly control?: string
  readonly hint?: string
}

/** A check, not made yet: what it expects, and how to find out. */
export interface Check {
  readonly id: CheckId
  /** In one line. */
  readonly expected: string
  /** Looks, and asserts with chai. What it returns is what it saw. */
  readonly look: () => Observation | Promise<Observation>
}

export type CheckResult = PassedCheck | FailedCheck | UntestableCheck

interface Judged extends Observation {
  readonly id: CheckId
  readonly expected: string
}

export interface PassedCheck extends Judged {
  readonly status: 'passed'
}

export interface FailedCheck extends Judged {
  readonly status: 'failed'
  /** What was to be looked at did not come at all. */
  readonly unseen?: true
}

/** Not looked at, because it cannot be seen on this target. */
export interface UntestableCheck {
  readonly status: 'not-testable'
  readonly id: CheckId
  readonly reason: string
}

/** @param look asserts with chai and returns what it saw */
export function check(id: CheckId, expected: string, look: Check['look']): Check {
  return { id, expected, look }
}

/** Makes a check. Only a broken promise becomes a result; any other error is the suite's own and is thrown. */
export async function make({ id, expected, look }: Check): Promise<CheckResult> {
  try {
    return { status: 'passed', id, expected, ...(await look()) }
  } catch (error) {
    if (error instanceof NotTestable) return { status: 'not-testable', id, reason: error.message }
    if (error instanceof Broken) return { status: 'failed', id, expected, ...error.observation }
    if (error instanceof AssertionError) return { status: 'failed', id, expected, observed: error.message }
    if (isAbsence(error)) return { status: 'failed', id, expected, observed: error.message, unseen: true }
    throw error
  }
}

/** What a check or a step needs is not to be had on this target; says what would be needed. */
export class NotTestable extends Error {
  readonly code = 'NOT_TESTABLE'
}

/** Whether the target did not do what was waited for, as opposed to an error of the suite or the end of the run. */
export function isAbsence(error: unknown): error is Error {
  if (error instanceof NotObserved) return error.end !== 'stopped'
  return error instanceof Unexpected
}

/** A promise that does not hold, with everything that was seen. */
export class Broken extends Error {
  readonly observation: Observation

  constructor(observation: Observation) {
    super(observation.observed)
    this.observation = observation
  }
}

/** Fails the check unless the condition holds; the observation is told either way. */
export function settle(holds: boolean, observation: Observation): Observation {
  if (!holds) throw new Broken(observation)
  return observation
}
