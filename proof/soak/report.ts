import type { RunOutcome } from '../suite.ts'
import { upperBound } from './bound.ts'
import type { SoakRun } from './plan.ts'

/** What came of one run. */
export interface SoakResult extends SoakRun {
  readonly seconds: number
  readonly verdict: string
  readonly sentence: string
  readonly scenarios: readonly { readonly id: string; readonly verdict: string; readonly reason: string }[]
}

/** How often something was run, and how often it was red. */
export interface Tally {
  readonly runs: number
  readonly reds: number
  /** At 95 %, a share. */
  readonly bound: number
}

/** The soak for programs: `soak.json`. */
export interface SoakRecord {
  readonly seed: string
  readonly suite: Tally
  readonly scenarios: Readonly<Record<string, Tally>>
  readonly results: readonly SoakResult[]
}

/** The platform is sound: none of these is due. What could not be played is told apart. */
const CALM = ['passed', 'not-testable', 'degraded', 'passed-with-deviations']

/** Whether a run or a scenario was red, and so accused a sound platform. */
export function isRed({ verdict }: Pick<RunOutcome, 'verdict'>): boolean {
  return !CALM.includes(verdict)
}

/** What all runs come to. A red that is green when it is repeated is a red. */
export function sumUp(seed: string, results: readonly SoakResult[]): SoakRecord {
  const all = results.flatMap(({ scenarios }) => scenarios)
  const ids = [...new Set(all.map(({ id }) => id))].sort()
  const entries = ids.map((id) => [id, tally(all.filter((scenario) => scenario.id === id))] as const)
  return { seed, suite: tally(results), scenarios: Object.fromEntries(entries), results }
}

function tally(runs: readonly Pick<RunOutcome, 'verdict'>[]): Tally {
  const reds = runs.filter(isRed).length
  return { runs: runs.length, reds, bound: runs.length === 0 ? 1 : upperBound(reds, runs.length) }
}

/** For the terminal: the suite, every scenario that was red, and what to do to see it again. */
export function describeSoak({ seed, suite, scenarios, results }: SoakRecord): string {
  const rows = Object.entries(scenarios)
  const executions = rows.reduce((sum, [, { runs }]) => sum + runs, 0)
  const [, worst] = rows.toSorted(([, one], [, other]) => other.bound - one.bound)[0] ?? []
  const unplayed = results.flatMap((run) => run.scenarios).filter(({ verdict }) => verdict === 'not-testable')
  return [
    `${suite.reds === 0 ? 'CALM' : 'NOT CALM'}: ${suite.reds} of ${suite.runs} runs were red on a sound platform; ${executions} scenarios were run`,
    `  suite      red in at most ${percent(suite.bound)} of all runs (at 95 %)`,
    `  a promise  red in at most ${percent(worst?.bound ?? 1)} of all runs (at 95 %)`,
    `  unplayed   ${unplayed.length} scenarios were not testable`,
    ...rows
      .filter(([, { reds }]) => reds > 0)
      .map(([id, row]) => `  ✘ ${id}: red in ${row.reds} of ${row.runs}`),
    ...results.filter(isRed).map(({ number, sentence }) => `  ✘ run ${number}: ${sentence}`),
    `  seed       ${seed}`,
  ].join('\n')
}

/** One line for a run that has ended. */
export function describeRun(result: SoakResult): string {
  const { number, width, order, isSqueezed, isFar, seconds, sentence } = result
  const under = [`${width} at a time`, isSqueezed ? 'squeezed' : '', isFar ? 'far' : ''].filter(Boolean)
  const mark = isRed(result) ? '✘' : '✔'
  return `${mark} ${number} (${under.join(', ')}, order ${order}) ${seconds.toFixed(0)} s: ${sentence}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.01 ? 2 : 1)} %`
}
