import type { Health, RunAbort, RunContext } from '#target/run-context'
import type { Duration } from '#waiting/duration'
import { EXIT_CODES, judgeRun, judgeScenario, type ScenarioRecord, type Verdict } from './lattice.ts'

/** A feature, as far as a report has to know it. */
export interface FeatureRecord {
  readonly uri: string
  readonly name: string
  /** What it protects, if it says so. */
  readonly protects: string | undefined
}

/** What the run has cost. */
export interface Figures {
  /** From asking for the local stack to its being ready; 0 for a target that is there already. */
  readonly stackStart: Duration
  /** From the first scenario to the end of the last. */
  readonly scenarios: Duration
  /** From start to end, without the start of the stack. */
  readonly wallBeyondStack: Duration
  /** Of this process and its workers, without the stack's. */
  readonly suiteCpu: Duration
}

/** Everything that is known of a run, at its end or when it breaks off. */
export interface RunRecord {
  readonly context: RunContext
  readonly kind: string
  readonly startedAt: Date
  readonly health: Health | undefined
  readonly refusal: RunAbort | undefined
  /** Scenarios that were selected. */
  readonly planned: number
  readonly features: readonly FeatureRecord[]
  readonly scenarios: readonly ScenarioRecord[]
  /** Errors that belong to no scenario, or came after it was over. */
  readonly strayErrors: readonly string[]
  readonly figures: Figures
}

/** What is said of a run. */
export interface Conclusion {
  readonly verdict: Verdict
  /** One sentence. */
  readonly sentence: string
  readonly exitCode: number
}

/** Says of a run what has to be said, whether it came to its end or not. */
export function conclude(record: RunRecord): Conclusion {
  const { refusal, planned, scenarios, strayErrors } = record
  const verdicts = scenarios.map(judgeScenario)
  const finished = scenarios.filter(({ outcome }) => outcome !== undefined).length
  const byScenario = scenarios.length > 0 ? judgeRun(verdicts) : 'harness-error'
  if (byScenario === 'isolation-violated' || byScenario === 'failed') return say(byScenario, record)
  if (refusal)
    return { ...say(refusal.verdict, record), sentence: `${HEADLINES[refusal.verdict]}: ${refusal.reason}` }
  if (strayErrors[0] !== undefined)
    return broken(`an error came too late for its scenario: ${strayErrors[0]}`)
  if (planned === 0) return broken('nothing was selected')
  if (finished < planned) return broken(`only ${finished} of ${planned} scenarios came to their end`)
  return say(byScenario, record)
}

const HEADLINES: Readonly<Record<Verdict, string>> = {
  'isolation-violated': 'ISOLATION VIOLATED',
  failed: 'FAILED',
  'harness-error': 'HARNESS ERROR',
  'target-unhealthy': 'TARGET UNHEALTHY',
  'not-testable': 'NOT TESTABLE',
  degraded: 'DEGRADED',
  passed: 'PASSED',
}

function say(verdict: Verdict, { planned, scenarios, kind }: RunRecord): Conclusion {
  const passed = scenarios.filter((scenario) => judgeScenario(scenario).verdict === 'passed').length
  const target = kind === 'local' ? 'the local stack' : kind
  const kept = `${passed} of ${planned} promises kept on ${target}`
  const first = scenarios.map((scenario) => ({ id: scenario.id, ...judgeScenario(scenario) }))
  const worst = first.find((scenario) => scenario.verdict === verdict)
  const reason = verdict === 'passed' || !worst ? '' : `; ${worst.id}: ${worst.reason}`
  return { verdict, sentence: `${HEADLINES[verdict]}: ${kept}${reason}`, exitCode: EXIT_CODES[verdict] }
}

function broken(reason: string): Conclusion {
  return {
    verdict: 'harness-error',
    sentence: `${HEADLINES['harness-error']}: ${reason}`,
    exitCode: EXIT_CODES['harness-error'],
  }
}
