import type { ScenarioOutcome } from '#verdict/outcome'
import type { Scenario } from '#world/scenario'

/** Everything in which the platform is not as the contract has it, whoever has noticed. */
export function deviationsSeenIn({ id, contract, trouble, checks }: Scenario): ScenarioOutcome['deviations'] {
  const tolerated = checks.results.flatMap(({ id: check, ...result }) => {
    const texts = result.status === 'passed' ? (result.deviations ?? []) : []
    return texts.map((text) => ({ text, weight: 'differs' as const, count: 1, first: check }))
  })
  const met = [...contract.deviations, ...trouble.deviations]
  return [...met.map((one) => ({ ...one, first: `${id}, ${one.first}` })), ...tolerated]
}

/** How its people came in. */
export function methodsOf({ cast }: Scenario): ScenarioOutcome['methods'] {
  return [...new Set(cast.people.flatMap(({ devices }) => devices.flatMap(({ method }) => method ?? [])))]
}
