import { describe, it } from 'node:test'
import {
  PickleStepType,
  TestStepResultStatus,
  type PickleStep,
  type TestStepResult,
} from '@cucumber/messages'
import { expect } from 'chai'
import { check } from '#expect/check'
import { NotAsPromised } from '#expect/not-as-promised'
import { beginScenario, openWorld, showAsha } from '#testing/world'
import type { PlatformWorld } from '#world/platform-world'
import { OUTCOME_MEDIA_TYPE } from '#verdict/outcome'
import { closeScenario, judgeScenarioEnd, NothingChecked, refuseVacuity } from './scenario-end.ts'

const { PASSED, FAILED } = TestStepResultStatus
const HERS = check('one-identity-everywhere', 'one', undefined, () => ({ observed: 'one' }))

const step = (type: PickleStepType): PickleStep => ({ id: 's', astNodeIds: [], text: 'Asha is in', type })
const result = (status: TestStepResultStatus): TestStepResult => ({
  status,
  duration: { seconds: 0, nanos: 0 },
})

describe('A step that promises something', () => {
  it('fails when nothing was checked in it', () => {
    const world = beginScenario('AUTH-1')
    expect(() => refuseVacuity(world, step(PickleStepType.OUTCOME), result(PASSED)))
      .to.throw(NothingChecked, '"Asha is in" promises something and checks nothing')
      .with.property('code', 'NOTHING_CHECKED')
  })

  it('is satisfied by a check of its own, and the next one is not satisfied by the same', () => {
    const world = beginScenario('AUTH-1')
    world.judge(HERS)
    const look = (): void => refuseVacuity(world, step(PickleStepType.OUTCOME), result(PASSED))
    expect(look).not.to.throw()
    expect(look).to.throw(NothingChecked)
  })

  it('is not blamed when it has failed anyway, nor is a step that promises nothing', () => {
    const world = beginScenario('AUTH-1')
    expect(() => refuseVacuity(world, step(PickleStepType.OUTCOME), result(FAILED))).not.to.throw()
    for (const type of [PickleStepType.CONTEXT, PickleStepType.ACTION]) {
      expect(() => refuseVacuity(world, step(type), result(PASSED))).not.to.throw()
    }
  })
})

describe('The end of a scenario', () => {
  const endOf = (world: PlatformWorld): Promise<unknown> =>
    judgeScenarioEnd(world, result(PASSED)).then(
      () => 'all is well',
      (error: unknown) => error,
    )

  it('is well when everything that always holds was looked at, and holds', async () => {
    const world = beginScenario('OWN-1')
    showAsha(world)
    expect(await endOf(world)).to.equal('all is well')
    expect(world.scenario.checks.results.map(({ id }) => id)).to.deep.equal([
      'ALWAYS.every-step-can-be-taken',
      'ALWAYS.nothing-foreign-shows',
      'ALWAYS.no-secret-shows',
      'ALWAYS.no-figure-of-another-shows',
      'ALWAYS.no-inside-shows',
      'ALWAYS.runs-keep-the-order',
      'ALWAYS.events-say-what-happened',
      'ALWAYS.tools-compute-by-the-list',
      'ALWAYS.records-fit-the-story',
      'ALWAYS.answers-keep-the-contract',
      'ALWAYS.what-is-hers-is-told-as-it-is',
      'ALWAYS.sessions-open-until-they-end',
      'ALWAYS.no-unclaimed-fault',
      'ALWAYS.nothing-left-open',
    ])
  })

  it('is not well when the monitors found nobody’s own things: they would find nothing foreign either', async () => {
    const world = beginScenario('OWN-1')
    expect(await endOf(world))
      .to.be.instanceOf(NotAsPromised)
      .with.property('message')
      .that.contains('0 times')
  })

  it('is not well when a check that the catalogue promises was never made: it is named', async () => {
    const world = beginScenario('AUTH-1')
    showAsha(world)
    world.judge(HERS)
    const error = await endOf(world)
    expect(error).to.be.instanceOf(NothingChecked)
    expect((error as NothingChecked).message)
      .to.contain('AUTH-1.weak-password-refused')
      .and.not.contain('AUTH-1.one-identity-everywhere')
      .and.not.contain('AUTH-2')
  })

  it('is not well when something is left open, or failed after its step', async () => {
    const world = beginScenario('OWN-1')
    showAsha(world)
    world.scenario.wire.opened("Asha's line 1")
    world.blame('TypeError: x is not a function')
    const error = await endOf(world)
    expect(error).to.be.instanceOf(NotAsPromised)
    const { message } = error as NotAsPromised
    expect(message).to.contain('failed after its step had ended: TypeError: x is not a function (and 1 more')
  })
})

describe('A scenario that was never begun', () => {
  it('tells why, and is judged for nothing', async () => {
    const { world, attached } = openWorld()
    world.skip('AUTH-2', { verdict: 'target-unhealthy', reason: 'the backend is away' })
    await judgeScenarioEnd(world, result(PASSED))
    await closeScenario(world)
    const [[text, details] = []] = attached
    expect(details).to.include({ mediaType: OUTCOME_MEDIA_TYPE })
    expect(JSON.parse(String(text))).to.deep.include({
      id: 'AUTH-2',
      checks: [],
      stopped: { verdict: 'target-unhealthy', reason: 'the backend is away' },
    })
  })
})
