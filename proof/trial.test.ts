import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PlantedDefect } from './defect.ts'
import { killMatrix, unproven } from './kill-matrix.ts'
import type { CheckResult, RunOutcome } from './suite.ts'
import { judgeTrial, scenariosFor } from './trial.ts'

const DEFECT: PlantedDefect = {
  id: 'ignores-expiry',
  wrong: 'Passes whose time is over are good',
  reference: 'RFC 7519, 4.1.4',
  reddens: [{ check: 'AUTH-5.expired-refused', because: /is open/ }],
  spares: ['AUTH-1'],
}

interface Seen {
  readonly check?: Partial<CheckResult>
  readonly spared?: string
  readonly verdict?: string
}

function outcome({ check = {}, spared = 'passed', verdict = 'failed' }: Seen): RunOutcome {
  const red = {
    id: 'AUTH-5.expired-refused',
    status: 'failed' as const,
    observed: 'the door is open',
    ...check,
  }
  return {
    verdict,
    sentence: `${verdict}: told`,
    scenarios: [
      { id: 'AUTH-5', verdict: 'failed', reason: 'the door is open', checks: [red] },
      { id: 'AUTH-1', verdict: spared, reason: 'spilt', checks: [] },
    ],
  }
}

describe('A planted defect', () => {
  it('is tried in the scenarios that it names and in those that it spares', () => {
    assert.deepEqual(scenariosFor(DEFECT), ['AUTH-1', 'AUTH-5'])
  })

  it('is noticed when the named check is red for the named reason and nothing else is', () => {
    const trial = judgeTrial(DEFECT, outcome({}))
    assert.deepEqual([trial.noticed, trial.red], [true, ['AUTH-5.expired-refused']])
  })

  const escapes: Record<string, [Seen, RegExp]> = {
    'survives when the named check stays green': [{ check: { status: 'passed' } }, /the defect survives/],
    'survives when the named check is red for another reason': [
      { check: { observed: 'gave up after 5 s' } },
      /red for another reason: gave up/,
    ],
    'survives when the named check was not testable': [
      { check: { status: 'not-testable' } },
      /stays not-test/,
    ],
    'survives when the named check was never made': [
      { check: { id: 'AUTH-5.else' } },
      /was not made in AUTH-5/,
    ],
    'is not noticed by a suite that names everything': [
      { spared: 'failed' },
      /AUTH-1 should have stayed green/,
    ],
    'is not noticed by a suite that blames itself': [
      { verdict: 'harness-error' },
      /the run says: harness-error/,
    ],
  }
  for (const [title, [seen, told]] of Object.entries(escapes)) {
    it(title, () => {
      const trial = judgeTrial(DEFECT, outcome(seen))
      assert.equal(trial.noticed, false)
      assert.match(trial.told, told)
    })
  }
})

describe('The verdict on a planted defect', () => {
  const judge = (due: PlantedDefect['verdict'], verdict: string): ReturnType<typeof judgeTrial> =>
    judgeTrial(due ? { ...DEFECT, verdict: due } : DEFECT, outcome({ verdict }))

  for (const verdict of ['failed', 'isolation-violated'] as const) {
    const other = verdict === 'failed' ? 'isolation-violated' : 'failed'
    it(`is ${verdict} where that is due`, () => {
      assert.equal(judge(verdict, verdict).noticed, true)
    })
    it(`is wrong when it is ${other} where ${verdict} is due`, () => {
      const { noticed, told } = judge(verdict, other)
      assert.equal(noticed, false)
      assert.equal(told, `the verdict is ${other}, where ${verdict} is due; the run says: ${other}: told`)
    })
    it(`may be ${verdict} where none is named`, () => {
      assert.equal(judge(undefined, verdict).noticed, true)
    })
  }

  it('is never one that blames the suite', () => {
    assert.equal(judge('failed', 'harness-error').noticed, false)
  })
})

describe('The kill matrix', () => {
  it('tells which defects turn a check red, and which checks nothing has turned red', () => {
    const matrix = killMatrix(
      ['AUTH-5.expired-refused', 'AUTH-1.one-account'],
      [judgeTrial(DEFECT, outcome({}))],
    )
    assert.deepEqual(matrix['AUTH-5.expired-refused'], { named: ['ignores-expiry'], besides: [] })
    assert.deepEqual(unproven(matrix), ['AUTH-1.one-account'])
  })

  it('counts nothing that was not noticed', () => {
    const survivor = judgeTrial(DEFECT, outcome({ spared: 'failed' }))
    assert.deepEqual(unproven(killMatrix(['AUTH-5.expired-refused'], [survivor])), ['AUTH-5.expired-refused'])
  })
})
