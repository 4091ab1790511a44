import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { describe, it } from 'node:test'
import type { PlantedDefect } from './defect.ts'
import { awaitedOf, endWhenRed, type AwaitedRed } from './early-end.ts'

const DEFECT: PlantedDefect = {
  ...{ id: 'some-defect', wrong: 'Something', reference: 'Nowhere', sparesNothing: 'a test' },
  reddens: [
    { check: 'AUTH-5.no-pass-refused', because: /open/ },
    { check: 'ISO-4.no-address-left-out', because: /not published/ },
    { check: 'ALWAYS.nothing-foreign-shows', inside: 'ISO-4', because: /shown/ },
  ],
}

describe('What ends a scenario of a trial', () => {
  it('is what is named of it; what is judged at the end of every scenario is told whole', () => {
    assert.deepEqual(awaitedOf(DEFECT), [
      { scenario: 'AUTH-5', check: 'AUTH-5.no-pass-refused', because: /open/ },
    ])
  })
})

describe('A scenario of a trial', () => {
  let awaited: AwaitedRed[] = []
  endWhenRed(() => awaited)
  const { default: runner } = createRequire(import.meta.url)(
    '@cucumber/cucumber/lib/runtime/test_case_runner',
  ) as { default: { prototype: { isSkippingSteps: () => boolean } } }

  /** @returns whether the rest of its steps is left out */
  const isOver = (results: readonly object[], hasBegun = true): boolean => {
    const scenario = { id: 'AUTH-5', checks: { results } }
    const getWorstStepResult = (): object => ({ status: 'PASSED' })
    return runner.prototype.isSkippingSteps.call({ getWorstStepResult, world: { hasBegun, scenario } })
  }
  const red = { id: 'AUTH-5.no-pass-refused', status: 'failed', observed: 'GET /api/threads is open' }

  it('is over when all that is awaited of it is red for its reason', () => {
    awaited = awaitedOf(DEFECT)
    assert.equal(isOver([red]), true)
  })

  const goesOn: Readonly<Record<string, readonly object[]>> = {
    'nothing is red': [{ ...red, status: 'passed' }],
    'another check is red': [{ ...red, id: 'AUTH-5.stripped-signature-refused' }],
    'it is red for another reason': [{ ...red, observed: 'no answer' }],
  }
  for (const [what, results] of Object.entries(goesOn))
    it(`goes on where ${what}`, () => {
      awaited = awaitedOf(DEFECT)
      assert.equal(isOver(results), false)
    })

  it('goes on where it has not begun, and where nothing is awaited of it', () => {
    assert.equal(isOver([red], false), false)
    awaited = []
    assert.equal(isOver([red]), false)
  })
})
