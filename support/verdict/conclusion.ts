import { countTogether, describeDeviation, type CountedDeviation } from '#contract/deviation'
import type { Health, RunAbort, RunContext } from '#target/run-context'
import type { Duration } from '#waiting/duration'
import type { LaneFigures } from '#waiting/pacer'
import type { Changes } from './changes.ts'
import { areTooMany, describeListed, type ListedFailures } from './listed-failure.ts'
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
  /** What it has sent, by the ways that an edge tells apart. */
  readonly sent?: readonly LaneFigures[]
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
  /** What is listed beforehand of its target, and what it has shown of that. */
  readonly known: ListedFailures
  /** What has changed since earlier runs; nothing where there was none on this target. */
  readonly changes?: Changes | 'unreadable' | undefined
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
  const { refusal, scenarios, known } = record
  const byScenario = scenarios.length > 0 ? judgeRun(scenarios.map(judgeScenario)) : 'harness-error'
  if (byScenario === 'isolation-violated' || byScenario === 'failed') return say(byScenario, record)
  const deviations = deviationsOf(record)
  const broken = deviations.filter(({ weight }) => weight === 'breaks')
  if (broken.length > 0) return say('failed', record, tellDeviations('failed', broken))
  if (areTooMany(known)) return say('failed', record, `; ${tellTooMany(known)}`)
  if (refusal)
    return { ...say(refusal.verdict, record), sentence: `${HEADLINES[refusal.verdict]}: ${refusal.reason}` }
  const fault = findFault(record)
  if (fault !== undefined) return atFault(fault)
  if (byScenario === 'known-failure') return say(byScenario, record, `; ${tellExpected(known)}`)
  if (byScenario !== 'passed' || deviations.length === 0) return say(byScenario, record)
  return say('passed-with-deviations', record, tellDeviations('passed-with-deviations', deviations))
}

/** What is wrong with the run itself, or with what was said of it beforehand. */
function findFault({ strayErrors, planned, scenarios, known }: RunRecord): string | undefined {
  const finished = scenarios.filter(({ outcome }) => outcome !== undefined).length
  if (strayErrors[0] !== undefined) return `an error came too late for its scenario: ${strayErrors[0]}`
  if (planned === 0) return 'nothing was selected'
  if (finished < planned) return `only ${finished} of ${planned} scenarios came to their end`
  const stale = known.list.find(({ state }) => state === 'stale')
  return stale && describeListed(stale)
}

/** In what the platform is not as the contract has it: each kind once, what breaks it first. */
export function deviationsOf({
  scenarios,
  health,
}: Pick<RunRecord, 'scenarios' | 'health'>): CountedDeviation[] {
  const met = scenarios.flatMap(({ outcome }) => outcome?.deviations ?? [])
  const all = countTogether([...met, ...(health?.deviations ?? [])])
  return all.toSorted((one, other) => one.weight.localeCompare(other.weight))
}

const HEADLINES: Readonly<Record<Verdict, string>> = {
  'isolation-violated': 'ISOLATION VIOLATED',
  failed: 'FAILED',
  'harness-error': 'HARNESS ERROR',
  'target-unhealthy': 'TARGET UNHEALTHY',
  'not-testable': 'NOT TESTABLE',
  degraded: 'DEGRADED',
  'known-failure': 'PASSED WITH KNOWN FAILURES',
  'passed-with-deviations': 'PASSED WITH DEVIATIONS',
  passed: 'PASSED',
}

/** @param why in place of the worst scenario's reason */
function say(verdict: Verdict, { planned, scenarios, kind }: RunRecord, why?: string): Conclusion {
  const judged = scenarios.map((scenario) => ({ id: scenario.id, ...judgeScenario(scenario) }))
  const passed = judged.filter((scenario) => scenario.verdict === 'passed').length
  const target = kind === 'local' ? 'the local stack' : kind
  const kept = `${passed} of ${planned} promises kept on ${target}`
  // What is degraded is the run; of its promises, some could not be tested.
  const of = verdict === 'degraded' ? 'not-testable' : verdict
  const worst = judged.find((scenario) => scenario.verdict === of)
  const reason = why ?? (verdict === 'passed' || !worst ? '' : `; ${worst.id}: ${worst.reason}`)
  return { verdict, sentence: `${HEADLINES[verdict]}: ${kept}${reason}`, exitCode: EXIT_CODES[verdict] }
}

function tellTooMany({ atMost, list }: ListedFailures): string {
  const red = list.filter(({ state }) => state === 'expected').map(({ check }) => check)
  return `${red.length} known failures, where at most ${atMost} may be: ${red.join(', ')}`
}

function tellExpected({ list }: ListedFailures): string {
  const red = list.filter(({ state }) => state === 'expected')
  return red.map(describeListed).join('; ')
}

function tellDeviations(verdict: Verdict, deviations: readonly CountedDeviation[]): string {
  const [first] = deviations
  const how = verdict === 'failed' ? 'the contract is broken' : 'the contract is not kept to the letter'
  const ways = deviations.length === 1 ? 'in one way' : `in ${deviations.length} ways`
  return first ? `; ${how} ${ways}: ${describeDeviation(first)}` : ''
}

/** That the run itself is at fault. @param reason one sentence without its full stop */
export function atFault(reason: string): Conclusion {
  return {
    verdict: 'harness-error',
    sentence: `${HEADLINES['harness-error']}: ${reason}`,
    exitCode: EXIT_CODES['harness-error'],
  }
}
