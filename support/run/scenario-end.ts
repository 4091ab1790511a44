import { join } from 'node:path'
import {
  PickleStepType,
  TestStepResultStatus,
  type PickleStep,
  type TestStepResult,
} from '@cucumber/messages'
import { AccountableError } from '#errors/accountable'
import { entryOf } from '#expect/catalogue'
import { NotAsPromised } from '#expect/not-as-promised'
import { leaveNote, readRun } from '#target/run-context'
import { settleDown } from '#waiting/settle-down'
import { OUTCOME_MEDIA_TYPE, type ScenarioOutcome } from '#verdict/outcome'
import { alwaysChecks } from '#world/always'
import { lookOnceMore } from '#world/late-look'
import type { PlatformWorld } from '#world/platform-world'
import type { Scenario } from '#world/scenario'
import { forgetAccounts } from './account-ledger.ts'
import { attachEvidence } from './attachments.ts'
import { describeChecks } from './check-list.ts'
import { findTrouble } from './health.ts'
import { accountOf, notReachedIn } from './scenario-account.ts'
import { sendTrace } from './tracing.ts'

/** A step that promises something has to check something. */
export class NothingChecked extends AccountableError {
  readonly blames = 'suite'
  readonly code = 'NOTHING_CHECKED'
}

/** Fails a Then in which no check was made. @throws {NothingChecked} */
export function refuseVacuity(
  world: PlatformWorld,
  { type, text }: PickleStep,
  { status }: TestStepResult,
): void {
  if (type !== PickleStepType.OUTCOME || status !== TestStepResultStatus.PASSED || !world.hasBegun) return
  if (!world.hasCheckedSomething())
    throw new NothingChecked(`"${text}" promises something and checks nothing`)
}

/** The end of a scenario: whatever it was about, some things always hold. @throws {NotAsPromised | NothingChecked} */
export async function judgeScenarioEnd(
  world: PlatformWorld,
  result: TestStepResult | undefined,
): Promise<void> {
  if (!world.hasBegun) return
  const { scenario } = world
  const isInTrouble = scenario.trouble.lasting !== undefined
  if (isInTrouble || result?.status === TestStepResultStatus.FAILED) await lookForTheTarget(world, scenario)
  if (world.stopped) return
  // Why she could not settle in has been told where she was waited for.
  const bystander = await world.bystander.catch(() => undefined)
  const failed = bystander ? scenario.checks.always(await bystander.unchanged()) : []
  await lookOnceMore(scenario)
  await Promise.all(scenario.cast.people.map((person) => person.disconnect()))
  await settleDown()
  failed.push(...scenario.checks.always(...alwaysChecks(scenario, world)))
  const ofScenario = failed.filter(({ id }) => !entryOf(id).ofTheRun)
  if (ofScenario.length > 0) throw new NotAsPromised(ofScenario)
  if (!hasBroken(scenario)) world.stopped = lastingTrouble(scenario)
  if (world.stopped) return
  if (result?.status === TestStepResultStatus.PASSED) refuseGaps(scenario)
}

function hasBroken({ checks }: Scenario): boolean {
  return checks.results.some(({ id, status }) => status === 'failed' && !entryOf(id).ofTheRun)
}

/** What was in the way was no fault of what is promised: the scenario has not been tested. */
function lastingTrouble({ trouble }: Scenario): PlatformWorld['stopped'] {
  return trouble.lasting === undefined ? undefined : { verdict: 'target-unhealthy', reason: trouble.lasting }
}

/** Fails a scenario that went well without making every check that the catalogue says it makes. */
function refuseGaps(scenario: Scenario): void {
  const missing = notReachedIn(scenario)
  if (missing.length > 0)
    throw new NothingChecked(`promised in the catalogue and never checked: ${missing.join(', ')}`)
}

/** A scenario that failed because the target is gone has not failed: it could not be run. */
async function lookForTheTarget(world: PlatformWorld, { target }: Scenario): Promise<void> {
  if (world.stopped) return
  const trouble = await findTrouble(target)
  if (trouble === undefined) return
  const refusal = { verdict: 'target-unhealthy', reason: `the target was lost: ${trouble}` } as const
  leaveNote(readRun(), 'stop', refusal)
  world.stopped = refusal
}

/** Takes everything back, keeps the evidence, and tells the coordinator how it went. */
export async function closeScenario(world: PlatformWorld): Promise<void> {
  const outcome = world.hasBegun ? await close(world) : emptyOutcome(world)
  world.attach(JSON.stringify(outcome), { mediaType: OUTCOME_MEDIA_TYPE, fileName: `${outcome.id}.json` })
  world.end()
}

async function close(world: PlatformWorld): Promise<ScenarioOutcome> {
  const { scenario } = world
  const { cast, checks, evidence, id, undo } = scenario
  const isLost = world.stopped?.verdict === 'target-unhealthy'
  for (const person of cast.people) person.windUp()
  const leftBehind = isLost ? undo.abandon() : await undo.run()
  if (leftBehind.length === 0) forgetAccounts(readRun(), id)
  await Promise.all(cast.people.map((person) => person.disconnect()))
  await sendTrace(scenario)
  const folder = join('evidence', id)
  const text = describeChecks(checks.results)
  const ownership = JSON.stringify(scenario.ownership.registered)
  const files = { 'checks.txt': text, 'ownership.json': ownership, ...attachEvidence(world) }
  const exhibits = evidence.seal(join(readRun().reports, folder), files)
  if (text) world.log(text)
  return {
    ...emptyOutcome(world),
    ...accountOf(scenario),
    leftBehind: isLost && scenario.target.kind === 'local' ? [] : leftBehind,
    evidence: folder,
    exhibits,
    exchanges: evidence.exchanges,
    frames: evidence.frames,
  }
}

function emptyOutcome({ id, untestable, stopped, blamed }: PlatformWorld): ScenarioOutcome {
  return {
    id,
    blamed: [...blamed],
    checks: [],
    notReached: [],
    methods: [],
    notes: [],
    deviations: [],
    ...(untestable === undefined ? {} : { untestable }),
    ...(stopped === undefined ? {} : { stopped }),
    leftBehind: [],
    evidence: '',
    exhibits: [],
    exchanges: 0,
    frames: 0,
  }
}
