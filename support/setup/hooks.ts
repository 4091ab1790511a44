import {
  After,
  AfterStep,
  Before,
  BeforeAll,
  BeforeStep,
  HookTarget,
  setDefinitionFunctionWrapper,
  type ITestCaseHookParameter,
  type ITestStepHookParameter,
} from '@cucumber/cucumber'
import { goOnAfterBrokenPromises } from '#run/going-on'
import { checkHealth } from '#run/health-check'
import { LateErrors } from '#run/late-errors'
import { closeScenario, judgeScenarioEnd, refuseVacuity } from '#run/scenario-end'
import { beginStep, endStep, openScenario } from '#run/scenario-life'
import { runStep } from '#run/step-wrapper'
import { reportStrayError } from '#run/stray-errors'
import type { PlatformWorld } from '#world/platform-world'

goOnAfterBrokenPromises()

const lateErrors = new LateErrors()
lateErrors.watch(reportStrayError)
setDefinitionFunctionWrapper((body: (...parameters: unknown[]) => unknown) => runStep(body, lateErrors))

BeforeAll({ name: 'Health check', on: HookTarget.COORDINATOR }, checkHealth)

Before({ name: 'Open the scenario' }, function (this: PlatformWorld, { pickle }: ITestCaseHookParameter) {
  return openScenario(this, pickle)
})

BeforeStep(function (this: PlatformWorld, step: ITestStepHookParameter) {
  return beginStep(this, step)
})

AfterStep(function (this: PlatformWorld, { pickleStep, result }: ITestStepHookParameter) {
  endStep(this, result)
  refuseVacuity(this, pickleStep, result)
})

After({ name: 'Take everything back' }, function (this: PlatformWorld) {
  return closeScenario(this)
})

// Defined last, so that it runs first: what it finds must not keep anything from being taken back.
After({ name: 'What always holds' }, function (this: PlatformWorld, { result }: ITestCaseHookParameter) {
  return judgeScenarioEnd(this, result)
})
