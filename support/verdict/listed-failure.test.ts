import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { CheckId } from '#expect/catalogue'
import { outcomeOf } from '#testing/outcome'
import { runRecord, scenarioRecord } from '#testing/run-record'
import { conclude, type Conclusion } from './conclusion.ts'
import type { KnownFailure } from './known-failures.ts'
import type { ScenarioRecord } from './lattice.ts'
import { followListed, withListed } from './listed-failure.ts'

type Outcome = NonNullable<ScenarioRecord['outcome']>
type Check = Outcome['checks'][number]

const LIFE = 'AUTH-3.stated-life-is-true'
const seen = { expected: 'kept', observed: 'what was seen' }
const holds = (id: CheckId): Check => ({ status: 'passed', id, ...seen })
const broken = (id: CheckId, more: { leak?: true } = {}): Check => ({
  status: 'failed',
  id,
  ...seen,
  ...more,
})
const away = (id: CheckId): Check => ({ status: 'not-testable', id, reason: 'not offered here' })

const KEPT = ['AUTH-1', 'AUTH-2', 'AUTH-4'].map((id) => scenarioRecord({ id }))

function scenario(checks: readonly Check[], more: Partial<Outcome> = {}): ScenarioRecord {
  const hasFailed = checks.some(({ status }) => status === 'failed')
  const blamed = hasFailed ? (['target'] as const) : []
  return scenarioRecord({
    ...{ id: 'AUTH-3', status: hasFailed ? 'FAILED' : 'PASSED' },
    errors: (more.blamed ?? blamed).map(() => 'NotAsPromised'),
    outcome: outcomeOf({ id: 'AUTH-3', checks: [...checks], blamed: [...blamed], ...more }),
  })
}

const listed = (check: CheckId, more: Partial<KnownFailure> = {}): KnownFailure => ({
  ...{ check, target: 'local', reason: 'an old clock', issue: 'NET-12', owner: 'Ada', expires: '2026-12-31' },
  ...more,
})

interface Case {
  readonly list?: readonly KnownFailure[]
  readonly atMost?: number
  readonly day?: string
  readonly scenarios: readonly ScenarioRecord[]
  readonly due: readonly [Conclusion['verdict'], number, RegExp]
}

const RED = scenario([broken(LIFE)])
const EXPIRED =
  /AUTH-3: A session lives .+: what was seen; .+ was known to fail until 2026-12-31 \(NET-12, Ada\)$/
const KNOWN =
  /^PASSED WITH KNOWN FAILURES: 3 of 4 promises kept on the local stack; AUTH-3\.stated-life-is-true is known to fail until 2026-12-31 \(NET-12, Ada\)$/

const CASES: Readonly<Record<string, Case>> = {
  'is red as is known': { scenarios: [RED], due: ['known-failure', 0, KNOWN] },
  'is red on the last day on which it is known': {
    ...{ day: '2026-12-31', scenarios: [RED] },
    due: ['known-failure', 0, KNOWN],
  },
  'is red a day later': { day: '2027-01-01', scenarios: [RED], due: ['failed', 1, EXPIRED] },
  'is red on another target than is known': {
    ...{ list: [listed(LIFE, { target: 'staging' })], scenarios: [RED] },
    due: ['failed', 1, /AUTH-3: A session lives exactly as long as is said: what was seen$/],
  },
  'holds now': {
    scenarios: [scenario([holds(LIFE)])],
    due: ['harness-error', 3, /AUTH-3\.stated-life-is-true holds now: take it off the list/],
  },
  'could not be tested': {
    scenarios: [scenario([away('AUTH-1.registration-opens-a-session'), away(LIFE)])],
    due: ['degraded', 6, /^DEGRADED: 3 of 4 promises kept/],
  },
  'was not come to': { scenarios: [], due: ['passed', 0, /^PASSED: 3 of 3/] },
  'is red beside one that is not known': {
    scenarios: [scenario([broken(LIFE), broken('AUTH-3.work-goes-on')])],
    due: ['failed', 1, /AUTH-3: Work goes on across a renewal/],
  },
  'is red beside an error of the suite': {
    scenarios: [scenario([broken(LIFE)], { blamed: ['target', 'suite'] })],
    due: ['harness-error', 3, /^HARNESS ERROR/],
  },
  'is red beside a violation of isolation': {
    scenarios: [scenario([broken(LIFE), broken('ALWAYS.nothing-foreign-shows', { leak: true })])],
    due: ['isolation-violated', 2, /Nothing of another person shows/],
  },
  "shows what is another's": {
    scenarios: [scenario([broken(LIFE, { leak: true })])],
    due: ['failed', 1, /AUTH-3: A session lives/],
  },
  'is red, with more of them than there may be': {
    ...{ list: [listed(LIFE), listed('AUTH-3.work-goes-on')], atMost: 1 },
    scenarios: [scenario([broken(LIFE), broken('AUTH-3.work-goes-on')])],
    due: [
      'failed',
      1,
      /; 2 known failures, where at most 1 may be: AUTH-3\.stated-life-is-true, AUTH-3\.work/,
    ],
  },
  'is red with others that are known': {
    ...{ list: [listed(LIFE), listed('AUTH-3.work-goes-on')], atMost: 2 },
    scenarios: [scenario([broken(LIFE), broken('AUTH-3.work-goes-on')])],
    due: ['known-failure', 0, /AUTH-3\.stated-life-is-true is known .+; AUTH-3\.work-goes-on is known/],
  },
}

describe('A failure that is listed', () => {
  for (const [what, told] of Object.entries(CASES)) {
    const { list = [listed(LIFE)], atMost = 1, day = '2026-11-30', scenarios, due } = told
    it(`and ${what} makes the run ${due[0]}`, () => {
      const all = [...KEPT, ...scenarios]
      const followed = followListed(list, 'local', all, day)
      const known = { atMost, list: followed }
      const { verdict, exitCode, sentence } = conclude(runRecord(withListed(all, followed), { known }))
      expect([verdict, exitCode]).to.deep.equal(due.slice(0, 2))
      expect(sentence).to.match(due[2])
    })
  }
})
