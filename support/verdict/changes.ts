import { entryOf } from '#expect/catalogue'
import { milliseconds, type Duration } from '#waiting/duration'
import type { RunRecord } from './conclusion.ts'
import { judgeScenario, type ScenarioRecord } from './lattice.ts'

/** What is kept of a scenario that was judged. */
export interface PastScenario {
  readonly duration_ms: number
  /** Checks that were red; where the scenario was, and none of its checks, its own id. */
  readonly red: readonly string[]
}

/** What is kept of a run, for later ones to be compared with. */
export interface PastRun {
  readonly id: string
  /** ISO 8601. */
  readonly started_at: string
  readonly target: string
  /** By their ids; only those that were kept or broken. */
  readonly scenarios: Readonly<Record<string, PastScenario>>
}

/** In what a run differs from the one before it, scenario by scenario, on the same target. */
export interface Changes {
  /** The last of the runs that it is compared with. */
  readonly since: Pick<PastRun, 'id' | 'started_at'>
  /** Ids of checks, or of a scenario that is red without any. */
  readonly newlyRed: readonly string[]
  readonly mended: readonly string[]
  readonly slower: readonly { readonly id: string; readonly before: Duration; readonly now: Duration }[]
}

/** A promise is slower than it was where it takes half as long again as usual, and that can be felt. */
const SLOWER = { times: 1.5, byMs: 2_000 }
/** What is usual is told by the middle one of so many. */
const USUAL_OF = 5

const JUDGED = ['passed', 'failed', 'isolation-violated', 'known-failure']

/** What is to be kept of a run. */
export function toPastRun({ context, kind, startedAt, scenarios }: RunRecord): PastRun {
  const judged = scenarios.filter((scenario) => JUDGED.includes(judgeScenario(scenario).verdict))
  const kept = judged.map((scenario): [string, PastScenario] => [
    scenario.id,
    { duration_ms: Math.round(scenario.duration.ms), red: redIn(scenario) },
  ])
  return {
    ...{ id: context.id, started_at: startedAt.toISOString(), target: kind },
    scenarios: Object.fromEntries(kept),
  }
}

/** In what a run differs from those before it. @param past the oldest first @returns nothing where there is none */
export function changesSince(past: readonly PastRun[], record: RunRecord): Changes | undefined {
  const now = toPastRun(record)
  const here = past.filter(({ target }) => target === now.target)
  const met = Object.entries(now.scenarios).flatMap(([id, scenario]) => {
    const earlier = here.flatMap(({ scenarios }) => scenarios[id] ?? [])
    const last = earlier.at(-1)
    return last ? [{ id, now: scenario, earlier, last }] : []
  })
  const compared = here.findLast(({ scenarios }) => met.some(({ id }) => id in scenarios))
  if (!compared) return undefined
  const holds = new Set(record.scenarios.flatMap(checksThatHold))
  return {
    since: { id: compared.id, started_at: compared.started_at },
    newlyRed: met.flatMap(({ now: { red }, last }) => red.filter((id) => !last.red.includes(id))),
    mended: met.flatMap(({ last: { red } }) => red.filter((id) => holds.has(id))),
    slower: met.flatMap(({ id, now: { red, duration_ms: ms }, earlier }) => {
      const usual = red.length > 0 ? undefined : usualMs(earlier)
      if (usual === undefined || ms < usual * SLOWER.times || ms < usual + SLOWER.byMs) return []
      return [{ id, before: milliseconds(usual), now: milliseconds(ms) }]
    }),
  }
}

/** How long it took when all was well. */
function usualMs(earlier: readonly PastScenario[]): number | undefined {
  const well = earlier.filter(({ red }) => red.length === 0).slice(-USUAL_OF)
  const sorted = well.map(({ duration_ms: ms }) => ms).toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}

function redIn(scenario: ScenarioRecord): string[] {
  const red = (scenario.outcome?.checks ?? [])
    .filter(({ id, status }) => status === 'failed' && !entryOf(id).ofTheRun)
    .map(({ id }) => (id.startsWith('ALWAYS.') ? `${scenario.id}: ${id}` : id))
  if (red.length > 0) return [...new Set(red)]
  return judgeScenario(scenario).verdict === 'passed' ? [] : [scenario.id]
}

/** As they would be called where they were red. */
function checksThatHold(scenario: ScenarioRecord): string[] {
  const { id: own, outcome } = scenario
  const holding = (outcome?.checks ?? []).filter(({ status }) => status === 'passed')
  const whole = judgeScenario(scenario).verdict === 'passed' ? [own] : []
  return [...whole, ...holding.flatMap(({ id }) => [id, `${own}: ${id}`])]
}
