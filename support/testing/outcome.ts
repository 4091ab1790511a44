import type { ScenarioOutcome } from '#verdict/outcome'

/** What a scenario says of itself; what a test does not say is nothing. */
export function outcomeOf(told: Partial<ScenarioOutcome>): ScenarioOutcome {
  return {
    id: 'AUTH-1',
    blamed: [],
    checks: [],
    notReached: [],
    methods: [],
    notes: [],
    deviations: [],
    leftBehind: [],
    evidence: '',
    exhibits: [],
    exchanges: 0,
    frames: 0,
    ...told,
  }
}
