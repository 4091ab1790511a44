import { entryOf, type CheckId } from '#expect/catalogue'
import type { Duration } from '#waiting/duration'
import { excerpt, withoutBodies } from '#wire/excerpt'
import { describeListed, type ListedFailure } from './listed-failure.ts'
import type { ScenarioOutcome } from './outcome.ts'

/** What can be said of a scenario or a run, worst first. */
export const VERDICTS = [
  'isolation-violated',
  'failed',
  'harness-error',
  'target-unhealthy',
  'not-testable',
  'degraded',
  'known-failure',
  'passed-with-deviations',
  'passed',
] as const
/** What can be said of a scenario or a run. */
export type Verdict = (typeof VERDICTS)[number]

/** How the process ends, by verdict. */
export const EXIT_CODES: Readonly<Record<Verdict, number>> = {
  passed: 0,
  'passed-with-deviations': 0,
  'known-failure': 0,
  failed: 1,
  'isolation-violated': 2,
  'harness-error': 3,
  'target-unhealthy': 4,
  'not-testable': 5,
  degraded: 6,
}

/** Of all promises, at least this share is kept in a degraded run: 15 of 20. */
const DEGRADED_SHARE = 15 / 20

/** What Cucumber and the scenario itself say of one scenario. */
export interface ScenarioRecord {
  readonly id: string
  readonly title: string
  readonly feature: string
  /** The worst of its steps and hooks. */
  readonly status: 'PASSED' | 'FAILED' | 'SKIPPED' | 'UNKNOWN' | 'PENDING' | 'UNDEFINED' | 'AMBIGUOUS'
  /** Its steps in the words of the feature, as far as they were come to. */
  readonly steps: readonly StepRecord[]
  /** Classes of the errors that were thrown in it. */
  readonly errors: readonly string[]
  readonly messages: readonly string[]
  readonly duration: Duration
  /** Missing when the scenario never came to its end. */
  readonly outcome: ScenarioOutcome | undefined
  /** What is listed beforehand of its checks, on this target. */
  readonly listed?: readonly ListedFailure[]
}

/** A step in the words of the feature, and what came of it. */
export interface StepRecord {
  /** `Given 5 people who have nothing to do with each other` */
  readonly text: string
  readonly status: ScenarioRecord['status']
  /** Where it stands: `features/authentication.feature:14`. */
  readonly place?: string
}

/** What is said of one scenario. */
export interface ScenarioVerdict {
  readonly verdict: Verdict
  /** One sentence; empty when it passed. */
  readonly reason: string
}

type FailedCheck = Extract<ScenarioOutcome['checks'][number], { status: 'failed' }>

/** A sentence is read; what was seen in full stands with the check. */
const LONGEST_REASON = 200

/** What is to be said of one scenario. */
export function judgeScenario(record: ScenarioRecord): ScenarioVerdict {
  const { status, outcome, errors, messages } = record
  const failed = outcome?.checks.filter(isBroken) ?? []
  const leak = failed.find((check) => entryOf(check.id).isolation && check.leak)
  if (leak) return { verdict: 'isolation-violated', reason: headlineOf(leak) }
  if (outcome?.stopped) return outcome.stopped
  const first = failed.find(({ id }) => !record.listed?.some(({ check }) => check === id)) ?? failed[0]
  const headline = first ? headlineOf(first) : (messages[0] ?? status)
  if (status === 'FAILED' || failed.length > 0) {
    const blamed = outcome?.blamed ?? []
    // An error that did not pass through a step is nobody's but the suite's.
    const isTargets = errors.length <= blamed.length && blamed.every((whom) => whom === 'target')
    if (!isTargets) return { verdict: 'harness-error', reason: headline }
    return excuse(failed, record) ?? { verdict: 'failed', reason: headline }
  }
  if (!outcome) return { verdict: 'harness-error', reason: 'the scenario did not come to its end' }
  const untestable = outcome.untestable ?? findUntestable(outcome)
  if (untestable) return { verdict: 'not-testable', reason: untestable }
  if (status !== 'PASSED')
    return { verdict: 'harness-error', reason: messages[0] ?? `a step is ${status.toLowerCase()}` }
  if (outcome.checks.length === 0) return { verdict: 'harness-error', reason: 'nothing was checked' }
  return { verdict: 'passed', reason: '' }
}

/** Only where everything that is broken was known beforehand; what is known no longer is told. */
function excuse(
  failed: readonly FailedCheck[],
  { listed = [] }: ScenarioRecord,
): ScenarioVerdict | undefined {
  const known = failed.flatMap(({ id }) => listed.filter(({ check }) => check === id))
  // What leaks is never excused, whatever check has come upon it.
  if (known.length === 0 || failed.some(({ leak }) => leak)) return undefined
  const isExpected = known.length === failed.length && known.every(({ state }) => state === 'expected')
  if (isExpected) return { verdict: 'known-failure', reason: known.map(describeListed).join('; ') }
  const expired = known.find(({ state }) => state === 'expired')
  const [first] = failed
  if (!expired || !first) return undefined
  return { verdict: 'failed', reason: `${headlineOf(first)}; ${describeListed(expired)}` }
}

/** What is found of the whole run is not held against a scenario. */
function isBroken(check: ScenarioOutcome['checks'][number]): check is FailedCheck {
  return check.status === 'failed' && !entryOf(check.id).ofTheRun
}

/** What is to be said of the whole run. */
export function judgeRun(scenarios: readonly ScenarioVerdict[]): Verdict {
  const worst =
    VERDICTS.find((verdict) => scenarios.some((scenario) => scenario.verdict === verdict)) ?? 'harness-error'
  if (worst !== 'not-testable') return worst
  const passed = scenarios.filter(({ verdict }) => verdict === 'passed').length
  return passed / scenarios.length >= DEGRADED_SHARE ? 'degraded' : 'not-testable'
}

function headlineOf({ id, observed }: { id: CheckId; observed: string }): string {
  return `${entryOf(id).promise}: ${excerpt(withoutBodies(observed), LONGEST_REASON)}`
}

/** Why a scenario has not been tested: its core could not be, or none of its own checks could. */
function findUntestable({ checks }: ScenarioOutcome): string | undefined {
  const untestable = checks.filter((check) => check.status === 'not-testable')
  const core = untestable.find((check) => entryOf(check.id).core)
  const own = checks.filter((check) => !check.id.startsWith('ALWAYS.'))
  return (core ?? (untestable.length === own.length ? untestable[0] : undefined))?.reason
}
