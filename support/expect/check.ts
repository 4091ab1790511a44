import { AssertionError } from 'chai'
import type { CheckId, Slug } from './catalogue.ts'
import { withoutSecrets } from '#wire/excerpt'
import { cannotBeTested, NotSeen, type Seen } from './seen.ts'

/** What a check has seen. */
export interface Observation {
  /** What was seen, in one line; never empty, also when nothing was seen. */
  readonly observed: string
  /** For a "cannot": who could, with the same thing at the same time. */
  readonly control?: string
  readonly hint?: string
  /** Whether somebody was shown, or could change, what is another's: only then is isolation violated. */
  readonly leak?: boolean
  /** In what it is not as the contract has it, though nobody is the worse for it: `where: what`. */
  readonly deviations?: readonly string[]
}

/** A check: what it expects of what was seen. It is made in a scenario, whose id and this slug are its id. */
export interface Check {
  readonly slug: Slug
  /** In one line. */
  readonly expected: string
  /** Judges what was seen. @throws {Broken | AssertionError | NotTestable} */
  readonly judge: () => Observation
  /** That there is nothing to judge. */
  readonly notSeen: NotSeen | undefined
}

/** A check with what came of it. */
export type CheckResult = PassedCheck | FailedCheck | UntestableCheck

interface Judged extends Omit<Observation, 'leak' | 'deviations'> {
  readonly id: CheckId
  readonly expected: string
}

/** A promise that holds. */
export interface PassedCheck extends Judged {
  readonly status: 'passed'
  readonly deviations?: readonly string[]
}

/** A promise that does not hold. */
export interface FailedCheck extends Judged {
  readonly status: 'failed'
  /** What was to be looked at did not come at all. */
  readonly unseen?: true
  /** Somebody was shown, or could change, what is another's. */
  readonly leak?: true
}

/** Not looked at, because it cannot be seen on this target. */
export interface UntestableCheck {
  readonly status: 'not-testable'
  readonly id: CheckId
  readonly reason: string
}

/**
 * A check of what an act has shown.
 *
 * @param expected in one line
 * @param judge asserts with `settle` or chai, and returns what it saw; it looks at nothing but the value
 */
export function check<Value>(
  slug: Slug,
  expected: string,
  seen: Seen<Value>,
  judge: (value: Value) => Observation,
): Check {
  if (seen instanceof NotSeen)
    return { slug, expected, notSeen: seen, judge: () => ({ observed: seen.reason }) }
  return { slug, expected, notSeen: undefined, judge: () => judge(seen) }
}

/**
 * Makes a check.
 *
 * @returns its result; any error that is no broken promise is the suite's own and is thrown
 */
export function make({ expected, judge, notSeen }: Check, id: CheckId): CheckResult {
  if (notSeen?.why === 'untestable') return { status: 'not-testable', id, reason: notSeen.reason }
  const broken = (observation: Observation): FailedCheck => ({
    ...{ status: 'failed', id, expected },
    ...failure(observation),
  })
  if (notSeen) return { ...broken({ observed: notSeen.reason }), unseen: true }
  try {
    return { status: 'passed', id, expected, ...told(judge()) }
  } catch (error) {
    if (cannotBeTested(error)) return { status: 'not-testable', id, reason: error.message }
    if (error instanceof AssertionError) return broken({ observed: error.message })
    if (!(error instanceof Broken)) throw error
    return broken(error.observation)
  }
}

/** What is broken is no deviation any more. */
function failure({
  leak,
  deviations: _,
  ...seen
}: Observation): Omit<FailedCheck, 'status' | 'id' | 'expected'> {
  return { ...forReaders(seen), ...(leak ? { leak } : {}) }
}

/** Where nothing is broken, nothing has leaked. */
function told({ leak: _leak, ...seen }: Observation): Omit<Observation, 'leak'> {
  return forReaders(seen)
}

/** Whatever was seen, nobody who reads of it is given the means to get in. */
function forReaders<Told extends Pick<Observation, 'observed' | 'control'>>(told: Told): Told {
  const { observed, control } = told
  const shown = control === undefined ? {} : { control: withoutSecrets(control) }
  return { ...told, observed: withoutSecrets(observed), ...shown }
}

/** A promise that does not hold, with everything that was seen. It never leaves the mechanism of checks. */
export class Broken extends Error {
  readonly observation: Observation

  constructor(observation: Observation) {
    super(observation.observed)
    this.observation = observation
  }
}

/** Fails the check unless the condition holds; the observation is told either way. @throws {Broken} */
export function settle(holds: boolean, observation: Observation): Observation {
  if (!holds) throw new Broken(observation)
  return observation
}
