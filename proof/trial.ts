import { BLAMES, scenarioOf, sparedBy, type Expectation, type PlantedDefect } from './defect.ts'
import type { RunOutcome } from './suite.ts'

/** What came of a defect. */
export interface TrialResult {
  readonly id: string
  readonly wrong: string
  readonly reference: string
  /** It is no defect, and was to be accused of nothing. */
  readonly isSound?: true
  /** Whether every named check went red for its named reason, and nothing else than the product was blamed. */
  readonly noticed: boolean
  /** Whether it was tried at all. */
  readonly tried: boolean
  /** It was tried a second time, alone, after it was not noticed among the others. */
  readonly isSecond?: true
  /** How long that took, where it was. */
  readonly seconds?: number
  /** In one line: what the named check saw, or what is not as it should be. */
  readonly told: string
  /** The checks that were named for it. */
  readonly named: readonly string[]
  /** Every check that went red. */
  readonly red: readonly string[]
}

/** The scenarios that have to be run for a defect. */
export function scenariosFor(defect: PlantedDefect): string[] {
  const { reddens, misleads = [] } = defect
  return [...new Set([...reddens.map(scenarioOf), ...sparedBy(defect), ...misleads])].sort()
}

/** Whether a run of the suite has noticed the defect, for the right reason, and only where it is. */
export function judgeTrial(defect: PlantedDefect, outcome: RunOutcome): TrialResult {
  const { id, wrong, reference, reddens, ends } = defect
  const sightings = reddens.map((expectation) => findSighting(expectation, outcome))
  const faults = [
    ...sightings.flatMap(({ fault }) => fault ?? []),
    ...sparedBy(defect).flatMap((scenario) => findCollateral(scenario, outcome)),
    ...(isEndedAsNamed(defect, outcome) ? [] : [tellEnd(defect, outcome)]),
  ]
  return {
    ...{ id, wrong, reference, noticed: faults.length === 0, tried: true },
    ...(defect.misleads ? { isSound: true as const } : {}),
    told: faults[0] ?? (ends ? outcome.sentence : `${reddens[0]?.check}: ${sightings[0]?.seen ?? ''}`),
    named: reddens.map(({ check }) => check),
    red: redChecks(outcome),
  }
}

/** A defect that was not tried is not noticed. */
export function notTried(defect: PlantedDefect, why: string): TrialResult {
  const { id, wrong, reference, reddens, misleads } = defect
  const named = reddens.map(({ check }) => check)
  const sound = misleads ? { isSound: true as const } : {}
  const told = `not tried: ${why}`
  return { ...{ id, wrong, reference, ...sound }, noticed: false, tried: false, told, named, red: [] }
}

/** Whether the run says what it has to: in the words that are named, or by blaming the product as it is named. */
function isEndedAsNamed({ ends, verdict: due }: PlantedDefect, { verdict, sentence }: RunOutcome): boolean {
  if (ends) return verdict === ends.verdict && ends.because.test(sentence)
  return due === undefined ? BLAMES.some((blame) => blame === verdict) : verdict === due
}

function tellEnd({ verdict: due }: PlantedDefect, { verdict, sentence }: RunOutcome): string {
  const said = `the run says: ${sentence}`
  return due === undefined ? said : `the verdict is ${verdict}, where ${due} is due; ${said}`
}

/** Checks that failed, each once. */
export function redChecks({ scenarios }: RunOutcome): string[] {
  const failed = scenarios.flatMap(({ checks }) => checks.filter(({ status }) => status === 'failed'))
  return [...new Set(failed.map(({ id }) => id))].sort()
}

function findSighting(
  expectation: Expectation,
  { scenarios }: RunOutcome,
): { seen?: string; fault?: string } {
  const { check, because } = expectation
  const where = scenarioOf(expectation)
  const scenario = scenarios.find(({ id }) => id === where)
  const made = scenario?.checks.filter(({ id }) => id === check) ?? []
  const red = made.filter(({ status }) => status === 'failed').map(({ observed = '' }) => observed)
  const right = red.find((observed) => because.test(observed))
  if (right !== undefined) return { seen: right }
  if (red[0] !== undefined) return { fault: `${check} is red for another reason: ${red[0]}` }
  if (made.length > 0) return { fault: `${check} stays ${made[0]?.status ?? 'green'}: the defect survives` }
  return { fault: `${check} was not made in ${where}: ${scenario?.reason ?? 'the scenario was not run'}` }
}

function findCollateral(id: string, { scenarios }: RunOutcome): string[] {
  const scenario = scenarios.find((candidate) => candidate.id === id)
  if (scenario?.verdict === 'passed') return []
  return [`${id} should have stayed green: ${scenario?.reason ?? 'it was not run'}`]
}
