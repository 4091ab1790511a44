import { markKnown } from '#contract/known-deviation'
import { checksOf } from '#expect/catalogue'
import type { ScenarioOutcome } from '#verdict/outcome'
import type { Scenario } from '#world/scenario'

/** What a scenario has looked at, what it has not, and how it came by it. */
export function accountOf(
  scenario: Scenario,
): Pick<ScenarioOutcome, 'checks' | 'notReached' | 'methods' | 'notes' | 'deviations'> {
  return {
    checks: [...scenario.checks.results],
    notReached: notReachedIn(scenario),
    methods: methodsOf(scenario),
    notes: scenario.notes,
    deviations: deviationsSeenIn(scenario),
  }
}

/** Everything in which the platform is not as the contract has it, whoever has noticed. */
function deviationsSeenIn({
  id,
  contract,
  trouble,
  checks,
  target,
}: Scenario): ScenarioOutcome['deviations'] {
  const tolerated = checks.results.flatMap(({ id: check, ...result }) => {
    const texts = result.status === 'passed' ? (result.deviations ?? []) : []
    return texts.map((text) => ({ text, weight: 'differs' as const, count: 1, first: check }))
  })
  const met = [...contract.deviations, ...trouble.deviations]
  const all = [...met.map((one) => ({ ...one, first: `${id}, ${one.first}` })), ...tolerated]
  return markKnown(all, target.deviations, new Date().toISOString().slice(0, 10))
}

/** How its people came in. */
function methodsOf({ cast }: Scenario): ScenarioOutcome['methods'] {
  return [...new Set(cast.people.flatMap(({ devices }) => devices.flatMap(({ method }) => method ?? [])))]
}

/** What the catalogue lists for it and what, the story having ended early, was never looked at. */
export function notReachedIn({ id, checks }: Scenario): ScenarioOutcome['notReached'] {
  const made = new Set(checks.results.map((check) => check.id))
  return checksOf(id).filter((check) => !made.has(check))
}
