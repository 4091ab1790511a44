import type { RunRecord } from '#verdict/conclusion'
import type { ListedFailure } from '#verdict/listed-failure'
import { outcomeOf } from './outcome.ts'
import { runRecord, scenarioRecord } from './run-record.ts'

const LEAKED = scenarioRecord({
  ...{
    id: 'ISO-1',
    title: 'People stay themselves',
    feature: 'features/user-isolation.feature',
    status: 'FAILED',
  },
  errors: ['NotAsPromised'],
  steps: [
    {
      ...{ text: 'Then <b>each</b> is told of herself', status: 'FAILED' },
      place: 'features/user-isolation.feature:14',
    },
  ],
  outcome: outcomeOf({
    id: 'ISO-1',
    blamed: ['target'],
    checks: [
      {
        ...{ status: 'failed', id: 'ALWAYS.nothing-foreign-shows', leak: true, expected: 'nothing' },
        observed: 'Mallory was shown </script><img src=x onerror=alert(1)> of Asha',
      },
    ],
    notReached: ['ISO-1.each-reads-herself'],
  }),
})
const UNTESTABLE = scenarioRecord({
  id: 'AUTH-2',
  outcome: outcomeOf({
    untestable: 'set JWT_SECRET_STAGING',
    checks: [{ status: 'not-testable', id: 'AUTH-3.stated-life-is-true', reason: 'set JWT_SECRET_STAGING' }],
  }),
})
const DEVIATION = {
  text: '`plan` is missing',
  weight: 'differs',
  count: 3,
  first: 'AUTH-1, exchange 3',
} as const
const KNOWN: ListedFailure = {
  ...{ check: 'AUTH-3.stated-life-is-true', target: 'local', reason: 'an old clock', issue: 'NET-12' },
  ...{ owner: 'Ada', expires: '2026-12-31', state: 'expected' },
}
const EXCUSED = scenarioRecord({
  ...{ id: 'AUTH-3', title: 'A session lives', status: 'FAILED', errors: ['NotAsPromised'], listed: [KNOWN] },
  outcome: outcomeOf({
    id: 'AUTH-3',
    blamed: ['target'],
    checks: [{ status: 'failed', id: KNOWN.check, expected: '300 s', observed: '302 s' }],
  }),
})
const AWAY = { verdict: 'target-unhealthy', reason: 'the backend is away' } as const

/** Each kind of run, and what is said of it first. */
export const RUN_KINDS: Readonly<Record<string, readonly [RunRecord, string]>> = {
  passed: [runRecord([scenarioRecord()]), 'PASSED'],
  'passed with deviations': [
    runRecord([
      scenarioRecord({ outcome: outcomeOf({ ...scenarioRecord().outcome, deviations: [DEVIATION] }) }),
    ]),
    'PASSED WITH DEVIATIONS',
  ],
  'passed with known failures': [
    runRecord([scenarioRecord(), EXCUSED], { known: { atMost: 1, list: [KNOWN] } }),
    'PASSED WITH KNOWN FAILURES',
  ],
  'isolation violated': [runRecord([scenarioRecord(), LEAKED]), 'ISOLATION VIOLATED'],
  'not testable': [runRecord([UNTESTABLE]), 'NOT TESTABLE'],
  degraded: [
    runRecord([...['AUTH-1', 'AUTH-3', 'AUTH-4'].map((id) => scenarioRecord({ id })), UNTESTABLE]),
    'DEGRADED',
  ],
  'broken off': [runRecord([], { refusal: AWAY, planned: 20 }), 'TARGET UNHEALTHY'],
}
