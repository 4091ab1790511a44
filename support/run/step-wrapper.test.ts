import { describe, it } from 'node:test'
import { expect } from 'chai'
import { FeatureFault, StepTooEarly } from '#errors/feature-fault'
import { NotAsPromised } from '#expect/not-as-promised'
import { NotTestable } from '#expect/seen'
import { beginScenario } from '#testing/world'
import { CallStopped, UnexpectedAnswer } from '#wire/unexpected'
import type { PlatformWorld } from '#world/platform-world'
import { LateErrors } from './late-errors.ts'
import { runStep } from './step-wrapper.ts'

const REFUSED = new UnexpectedAnswer("Asha's POST /auth/login", '200', 'it answered 503', 4)
const PLACE = 'features/authentication.feature:14'

/** What a step comes to, and the world it was taken in. */
async function take(
  body: () => unknown,
  world = beginScenario('AUTH-1'),
): Promise<{ outcome: unknown; world: PlatformWorld }> {
  world.place = PLACE
  const step = runStep(body, new LateErrors())
  const outcome = await Promise.resolve(step.call(world)).catch((error: unknown) => error)
  return { outcome, world }
}

/** A step that fails after a while, and one that fails at once. */
const failing = (error: Error): (() => unknown)[] => [
  () => Promise.reject(error),
  () => {
    throw error
  },
]

describe('A step', () => {
  it('that goes well leaves nothing behind', async () => {
    const { outcome, world } = await take(() => 'done')
    expect(outcome).to.equal('done')
    expect([world.obstacles, world.blamed, world.untestable]).to.deep.equal([[], [], undefined])
  })

  it('that the platform does not let happen fails, and what it did is kept for the end', async () => {
    for (const body of failing(REFUSED)) {
      const { outcome, world } = await take(body)
      expect(outcome).to.equal(REFUSED)
      expect([world.obstacles, world.blamed]).to.deep.equal([[REFUSED.message], ['target']])
    }
  })

  it('that finds a promise broken fails, and that is no obstacle', async () => {
    for (const body of failing(new NotAsPromised([]))) {
      const { world } = await take(body)
      expect([world.obstacles, world.blamed]).to.deep.equal([[], ['target']])
    }
  })

  it('that has an error of its own fails, and nobody else is blamed', async () => {
    const mistake = new TypeError('x is not a function')
    for (const body of failing(mistake)) {
      const { outcome, world } = await take(body)
      expect(outcome).to.equal(mistake)
      expect([world.obstacles, world.blamed]).to.deep.equal([[], ['suite']])
    }
  })

  it('that is broken off by the end of the run says nothing about the target', async () => {
    const { world } = await take(() => Promise.reject(new CallStopped('renewal')))
    expect([world.obstacles, world.blamed]).to.deep.equal([[], ['run']])
  })

  it('that cannot be tested here is skipped, with the reason', async () => {
    for (const body of failing(new NotTestable('no key'))) {
      const { outcome, world } = await take(body)
      expect([outcome, world.untestable, world.blamed]).to.deep.equal(['skipped', 'no key', []])
    }
  })

  it('after one whose promise is broken may go on, until one cannot be taken', async () => {
    const world = beginScenario('AUTH-1')
    const broken = (): Promise<never> => Promise.reject(new NotAsPromised([]))
    const goesOn: boolean[] = []
    for (const body of [() => 'done', broken, () => 'done', broken, () => Promise.reject(REFUSED), broken]) {
      await take(body, world)
      goesOn.push(world.goesOn)
    }
    expect(goesOn).to.deep.equal([false, true, true, true, false, false])
    expect(world.blamed).to.deep.equal(['target', 'target', 'target', 'target'])
  })

  it('that builds on what was broken before it is left out, and nobody is blamed for it', async () => {
    for (const error of [new TypeError('x is undefined'), new StepTooEarly('{user} registers')]) {
      const world = beginScenario('AUTH-1')
      await take(() => Promise.reject(new NotAsPromised([])), world)
      const { outcome } = await take(() => Promise.reject(error), world)
      expect([outcome, world.goesOn, world.blamed]).to.deep.equal(['skipped', false, ['target']])
    }
  })

  it('says whom each of its errors blames, one after the other', async () => {
    const world = beginScenario('AUTH-1')
    for (const error of [REFUSED, new Error('what?')]) await take(() => Promise.reject(error), world)
    expect(world.blamed).to.deep.equal(['target', 'suite'])
  })
})

describe('A fault of a feature', () => {
  it('is told with its place, however it came to be noticed', async () => {
    for (const body of failing(new FeatureFault('0 people make no crowd'))) {
      const { outcome, world } = await take(body)
      expect((outcome as Error).message).to.equal(`${PLACE}: 0 people make no crowd`)
      expect(world.blamed).to.deep.equal(['suite'])
    }
  })

  it('is told with the one place where it was noticed first', async () => {
    const fault = new StepTooEarly('{user} registers').at('features/a.feature:7')
    const { outcome } = await take(() => Promise.reject(fault))
    expect((outcome as Error).message).to.match(/^features\/a\.feature:7: this step builds on/)
  })

  it('is told so by a step that the world itself finds fault with', async () => {
    const world = beginScenario('AUTH-1')
    const { outcome } = await take(() => {
      throw world.fault('0 people make no crowd')
    }, world)
    expect((outcome as Error).message).to.equal(`${PLACE}: 0 people make no crowd`)
  })
})
