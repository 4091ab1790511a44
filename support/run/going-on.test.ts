import { describe, it } from 'node:test'
import TestCaseRunner from '@cucumber/cucumber/lib/runtime/test_case_runner'
import { expect } from 'chai'
import { goOnAfterBrokenPromises } from './going-on.ts'

/** Whether Cucumber's own runner leaves the next step out. */
function leavesOut(statuses: readonly string[], goesOn?: boolean, skip = false): unknown {
  goOnAfterBrokenPromises()
  const { isSkippingSteps } = TestCaseRunner.prototype as unknown as { isSkippingSteps: () => boolean }
  const testStepResults = statuses.map((status) => ({ status }))
  return isSkippingSteps.call(Object.assign({ testStepResults, skip, world: { goesOn } }))
}

describe("Cucumber's runner", () => {
  it('is still the one that asks itself this question', () => {
    expect(TestCaseRunner.prototype).to.respondTo('isSkippingSteps').and.respondTo('runStep')
  })

  it('takes every step as long as all is well', () => {
    expect([leavesOut([]), leavesOut(['PASSED', 'PASSED'])]).to.deep.equal([false, false])
  })

  it('goes on after a broken promise, and after nothing else', () => {
    expect(leavesOut(['PASSED', 'FAILED'], true)).to.equal(false)
    expect(leavesOut(['PASSED', 'FAILED'], false)).to.equal(true)
    expect(leavesOut(['PASSED', 'FAILED'])).to.equal(true)
    for (const status of ['SKIPPED', 'UNDEFINED', 'AMBIGUOUS', 'PENDING'])
      expect(leavesOut(['PASSED', status], true), status).to.equal(true)
  })

  it('leaves out everything in a dry run', () => {
    expect(leavesOut([], false, true)).to.equal(true)
  })
})
