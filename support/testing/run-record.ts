import type { RunRecord } from '#verdict/conclusion'
import type { ScenarioRecord } from '#verdict/lattice'
import { milliseconds, seconds } from '#waiting/duration'
import { outcomeOf } from './outcome.ts'

/** A scenario that was kept; what a test does not say is as it is there. */
export function scenarioRecord(told: Partial<ScenarioRecord> = {}): ScenarioRecord {
  return {
    ...{ id: 'AUTH-1', title: 'A newcomer registers', feature: 'features/authentication.feature' },
    ...{ status: 'PASSED', errors: [], messages: [], duration: seconds(1.2) },
    steps: [
      { text: 'Given Asha is new here', status: 'PASSED' },
      { text: 'Then Asha is herself', status: 'PASSED' },
    ],
    outcome: outcomeOf({
      checks: [
        {
          ...{ status: 'passed', id: 'AUTH-1.one-identity-everywhere' },
          ...{ expected: 'one', observed: 'one', control: 'another is another' },
        },
      ],
    }),
    ...told,
  }
}

/** A run of these scenarios on the local stack; what a test does not say went well. */
export function runRecord(scenarios: readonly ScenarioRecord[], told: Partial<RunRecord> = {}): RunRecord {
  const none = milliseconds(0)
  return {
    ...{ context: { id: 'r1', folder: 'f', reports: 'reports' }, kind: 'local', health: undefined },
    ...{ startedAt: new Date('2026-11-29T12:00:00Z'), refusal: undefined, planned: scenarios.length },
    features: [
      {
        ...{ uri: 'features/authentication.feature', name: 'Authentication' },
        protects: '$50K+ MRR from authentication failures',
      },
      {
        ...{ uri: 'features/user-isolation.feature', name: 'User isolation' },
        protects: '$500K+ liability from data leaks',
      },
    ],
    ...{ scenarios, strayErrors: [] },
    figures: { stackStart: none, scenarios: seconds(3), wallBeyondStack: none, suiteCpu: none },
    known: { atMost: 0, list: [] },
    ...told,
  }
}
