import { describe, it } from 'node:test'
import { expect } from 'chai'
import { milliseconds } from '#waiting/duration'
import type { CheckId } from '#expect/catalogue'
import { conclude, type RunRecord } from './conclusion.ts'
import type { ScenarioRecord } from './lattice.ts'
import { outcomeOf } from '#testing/outcome'

type Check = NonNullable<ScenarioRecord['outcome']>['checks'][number]

const NONE = milliseconds(0)
const seen = { expected: 'kept', observed: 'what was seen' }
const CORE: Check = { status: 'passed', id: 'AUTH-1.registration-opens-a-session', ...seen }
const broken = (id: CheckId, more: { leak?: true } = {}): Check => ({
  status: 'failed',
  id,
  ...seen,
  ...more,
})

function scenario(id: string, check: Check = CORE, more: Partial<ScenarioRecord> = {}): ScenarioRecord {
  const hasFailed = check.status === 'failed'
  return {
    id,
    title: id,
    feature: 'features/authentication.feature',
    status: hasFailed ? 'FAILED' : 'PASSED',
    steps: [],
    errors: hasFailed ? ['NotAsPromised'] : [],
    messages: [],
    duration: milliseconds(1),
    outcome: outcomeOf({ id, checks: [check], blamed: hasFailed ? ['target'] : [] }),
    ...more,
  }
}

const KEPT = [scenario('AUTH-1'), scenario('AUTH-2')]
const BROKEN = scenario('AUTH-3', broken('AUTH-3.stated-life-is-true'))
const LEAKED = scenario('AUTH-4', broken('ALWAYS.nothing-foreign-shows', { leak: true }))
const UNFINISHED = scenario('AUTH-5', CORE, { status: 'UNKNOWN', outcome: undefined })
const SKIPPED = scenario('AUTH-5', { status: 'not-testable', id: CORE.id, reason: 'not offered here' })
const REFUSAL = { verdict: 'target-unhealthy', reason: 'the backend is away' } as const

function concluded(scenarios: readonly ScenarioRecord[], more: Partial<RunRecord> = {}): unknown[] {
  const { verdict, exitCode, sentence } = conclude({
    context: { id: 'r1', folder: 'f', reports: 'reports' },
    kind: 'local',
    startedAt: new Date(),
    health: undefined,
    refusal: undefined,
    planned: scenarios.length,
    features: [],
    scenarios,
    strayErrors: [],
    figures: { stackStart: NONE, scenarios: NONE, wallBeyondStack: NONE, suiteCpu: NONE },
    known: { atMost: 0, list: [] },
    ...more,
  })
  return [verdict, exitCode, sentence]
}

describe('A run is concluded', () => {
  it('as passed when every promise that was selected was kept', () => {
    expect(concluded(KEPT)).to.deep.equal(['passed', 0, 'PASSED: 2 of 2 promises kept on the local stack'])
    const [, , sentence] = concluded(KEPT, { kind: 'staging' })
    expect(sentence).to.equal('PASSED: 2 of 2 promises kept on staging')
  })

  it('as failed, with the first broken promise, when one was broken', () => {
    expect(concluded([...KEPT, BROKEN])).to.deep.equal([
      'failed',
      1,
      'FAILED: 2 of 3 promises kept on the local stack; AUTH-3: A session lives exactly as long as is said: what was seen',
    ])
  })

  it('as a violation of isolation, when there was one, whatever else there was', () => {
    const more = { refusal: REFUSAL, strayErrors: ['late'], planned: 20 }
    const [verdict, exitCode, sentence] = concluded([BROKEN, LEAKED, UNFINISHED], more)
    expect([verdict, exitCode]).to.deep.equal(['isolation-violated', 2])
    expect(sentence).to.match(/^ISOLATION VIOLATED: 0 of 20 .+; AUTH-4: Nothing of another person shows/)
  })

  it('as degraded, or as not testable, when too little is offered', () => {
    const [degraded, code, sentence] = concluded([...KEPT, scenario('AUTH-3'), SKIPPED])
    expect([degraded, code]).to.deep.equal(['degraded', 6])
    expect(sentence).to.equal('DEGRADED: 3 of 4 promises kept on the local stack; AUTH-5: not offered here')
    expect(concluded([...KEPT, SKIPPED])).to.deep.equal([
      'not-testable',
      5,
      'NOT TESTABLE: 2 of 3 promises kept on the local stack; AUTH-5: not offered here',
    ])
  })
})

const deviating = (text: string, weight: 'breaks' | 'differs', count = 2): ScenarioRecord =>
  scenario('AUTH-1', CORE, {
    outcome: outcomeOf({
      checks: [CORE],
      deviations: [{ text, weight, count, first: 'AUTH-1, exchange 3' }],
    }),
  })

describe('What is not as the contract has it', () => {
  const MISSING = 'GET /auth/me: `name` is missing'

  it('fails the run once when it breaks the contract, and every promise may be kept', () => {
    expect(concluded([deviating(MISSING, 'breaks', 40), deviating(MISSING, 'breaks', 1)])).to.deep.equal([
      'failed',
      1,
      `FAILED: 2 of 2 promises kept on the local stack; the contract is broken in one way: ${MISSING} (41 times, first in AUTH-1, exchange 3)`,
    ])
  })

  it('is told where it only differs, and the run has passed', () => {
    const ways = [deviating('one', 'differs'), deviating('another', 'differs', 1)]
    expect(concluded(ways)).to.deep.equal([
      'passed-with-deviations',
      0,
      'PASSED WITH DEVIATIONS: 2 of 2 promises kept on the local stack; the contract is not kept to the letter in 2 ways: one (2 times, first in AUTH-1, exchange 3)',
    ])
  })

  it('outweighs no broken promise, and what breaks outweighs a run that came to no end', () => {
    expect(concluded([deviating(MISSING, 'breaks'), BROKEN])[2]).to.match(/; AUTH-3: A session lives/)
    expect(concluded([deviating(MISSING, 'breaks')], { refusal: REFUSAL })[0]).to.equal('failed')
    expect(concluded([deviating(MISSING, 'differs')], { refusal: REFUSAL })[0]).to.equal('target-unhealthy')
  })
})

describe('A run is never concluded as passed', () => {
  it('when nothing was selected', () => {
    expect(concluded([])).to.deep.equal(['harness-error', 3, 'HARNESS ERROR: nothing was selected'])
  })

  it('when scenarios that were selected were never run', () => {
    expect(concluded(KEPT, { planned: 5 })).to.deep.equal([
      'harness-error',
      3,
      'HARNESS ERROR: only 2 of 5 scenarios came to their end',
    ])
    expect(concluded([], { planned: 5 })[0]).to.equal('harness-error')
  })

  it('when a scenario did not come to its end', () => {
    expect(concluded([...KEPT, UNFINISHED])).to.deep.equal([
      'harness-error',
      3,
      'HARNESS ERROR: only 2 of 3 scenarios came to their end',
    ])
  })

  it('when an error came that belongs to no scenario any more', () => {
    expect(concluded(KEPT, { strayErrors: ['AUTH-1: TypeError: x', 'another'] })).to.deep.equal([
      'harness-error',
      3,
      'HARNESS ERROR: an error came too late for its scenario: AUTH-1: TypeError: x',
    ])
  })

  it('when it was refused, and the reason is told', () => {
    for (const scenarios of [KEPT, [], [UNFINISHED]]) {
      expect(concluded(scenarios, { refusal: REFUSAL })).to.deep.equal([
        'target-unhealthy',
        4,
        'TARGET UNHEALTHY: the backend is away',
      ])
    }
  })
})

describe('A broken promise', () => {
  it('outweighs all that went wrong with the run', () => {
    const more = { refusal: REFUSAL, strayErrors: ['late'], planned: 20 }
    const [verdict, exitCode, sentence] = concluded([BROKEN, UNFINISHED], more)
    expect([verdict, exitCode]).to.deep.equal(['failed', 1])
    expect(sentence).to.match(/^FAILED: 0 of 20 promises kept on the local stack; AUTH-3: A session lives/)
  })
})
