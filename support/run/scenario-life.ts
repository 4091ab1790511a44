import type { ITestStepHookParameter } from '@cucumber/cucumber'
import { PickleStepType, TestStepResultStatus, type Pickle, type TestStepResult } from '@cucumber/messages'
import { readEnvironment, workerNumber } from '#target/environment'
import { findNote, readRun } from '#target/run-context'
import { readCrowds } from '#target/crowds'
import { readTarget } from '#target/settings'
import { isAbsence } from '#expect/seen'
import { Bystander } from '#world/bystander'
import type { PlatformWorld } from '#world/platform-world'
import { Scenario } from '#world/scenario'
import { AccountLedger } from './account-ledger.ts'
import { listenForStop, stopScenarios } from './interruption.ts'
import { pacerFor } from './shared-pace.ts'
import { scenarioId } from './scenario-id.ts'
import { placeOf } from './step-place.ts'
import { reportStrayError } from './stray-errors.ts'
import { recordTrace, spansOf } from './tracing.ts'

/** Opens a scenario; when the run has to end, it is skipped instead, and knows why. */
export function openScenario(world: PlatformWorld, pickle: Pickle): 'skipped' | undefined {
  const id = scenarioId(pickle)
  const run = readRun()
  const health = findNote(run, 'health')
  const refusal = findNote(run, 'refusal') ?? findNote(run, 'stop')
  if (refusal || !health) {
    world.skip(id, refusal ?? { verdict: 'harness-error', reason: 'there was no health check' })
    return 'skipped'
  }
  const stop = listenForStop(run)
  const [worker, environment] = [workerNumber(), readEnvironment()]
  const [target, crowds] = [readTarget(environment), readCrowds(environment)]
  const pacer = pacerFor(target)
  const scenario = new Scenario({ id, run, target, crowds, health, worker, pacer, stop: stop.signal })
  recordTrace(scenario, run, pickle)
  // With a platform that is started for the run, its accounts are gone.
  if (target.kind !== 'local') scenario.wire.watch(new AccountLedger(run, target, id))
  // Whatever is asked after that leads to a ban.
  scenario.trouble.onTooMany = (reason) => stopScenarios(run, { verdict: 'target-unhealthy', reason })
  world.onLateError = reportStrayError
  world.begin(scenario, stop)
  world.bystander = settleBystander(scenario)
  // Whoever waits for her is told.
  world.bystander.catch(() => undefined)
  return undefined
}

/** A bystander has settled in before anything is done that she could notice: what is given is still put in place beside. */
export async function beginStep(
  world: PlatformWorld,
  { gherkinDocument, pickleStep }: ITestStepHookParameter,
): Promise<void> {
  world.place = placeOf(gherkinDocument, pickleStep)
  if (world.hasBegun) spansOf(world.scenario)?.beginStep(pickleStep.text)
  if (pickleStep.type !== PickleStepType.CONTEXT) await world.bystander
}

/** What a step has done is over. */
export function endStep(world: PlatformWorld, { status }: TestStepResult): void {
  if (world.hasBegun) spansOf(world.scenario)?.endStep(status === TestStepResultStatus.FAILED)
}

/** What keeps a bystander from settling in is a finding of its own, and no reason not to go on. */
async function settleBystander({ cast, stop, faults }: Scenario): Promise<Bystander | undefined> {
  try {
    return await Bystander.settleIn(cast.bystander, stop)
  } catch (error) {
    if (!isAbsence(error)) throw error
    faults.report(`no bystander could settle in: ${error.message}`)
    return undefined
  }
}
