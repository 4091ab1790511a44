import TestCaseRunner from '@cucumber/cucumber/lib/runtime/test_case_runner'
import { getWorstTestStepResult, TestStepResultStatus, type TestStepResult } from '@cucumber/messages'

/** What is looked at of Cucumber's own runner of one scenario. */
interface Runner {
  readonly testStepResults: readonly TestStepResult[]
  readonly world: { readonly goesOn?: boolean }
  readonly skip: boolean
}

/**
 * Cucumber leaves out every step after one that failed. A promise that is broken is no reason not to look at the
 * next one: only a step that could not be taken ends the story. Cucumber has no setting for that, so the one question
 * that its runner asks itself is answered here (`lib/runtime/test_case_runner`, of the version that package.json pins).
 */
export function goOnAfterBrokenPromises(): void {
  Object.assign(TestCaseRunner.prototype, { isSkippingSteps })
}

function isSkippingSteps(this: Runner): boolean {
  if (this.testStepResults.length === 0) return this.skip
  const { status } = getWorstTestStepResult([...this.testStepResults])
  if (status === TestStepResultStatus.PASSED) return false
  return status !== TestStepResultStatus.FAILED || this.world.goesOn !== true
}
