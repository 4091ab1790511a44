import { describe, it } from 'node:test'
import { expect } from 'chai'
import { NotTestable } from '#expect/seen'
import { beginScenario } from '#testing/world'
import { UnexpectedAnswer } from '#wire/unexpected'
import { LateErrors } from './late-errors.ts'
import { runStep } from './step-wrapper.ts'

const REFUSED = new UnexpectedAnswer("Asha's POST /auth/login", '200', 'it answered 503', 4)

/** What a step comes to, and the world it was taken in. */
async function take(
  body: () => unknown,
): Promise<{ outcome: unknown; obstacles: readonly string[]; untestable: unknown }> {
  const world = beginScenario('AUTH-1')
  const step = runStep(body, new LateErrors())
  const outcome = await Promise.resolve(step.call(world)).catch((error: unknown) => error)
  return { outcome, obstacles: world.obstacles, untestable: world.untestable }
}

describe('A step', () => {
  it('that goes well leaves nothing behind', async () => {
    const { outcome, obstacles, untestable } = await take(() => 'done')
    expect([outcome, obstacles, untestable]).to.deep.equal(['done', [], undefined])
  })

  it('that the platform does not let happen fails, and what it did is kept for the end', async () => {
    const { outcome, obstacles } = await take(() => Promise.reject(REFUSED))
    expect(outcome).to.equal(REFUSED)
    expect(obstacles).to.deep.equal([REFUSED.message])
  })

  it('that fails at once is settled as one that fails later', async () => {
    const fail = (error: Error) => (): never => {
      throw error
    }
    expect((await take(fail(REFUSED))).obstacles).to.deep.equal([REFUSED.message])
    expect((await take(fail(new NotTestable('no key')))).outcome).to.equal('skipped')
  })

  it('that has an error of its own fails, and nobody else is blamed', async () => {
    const mistake = new TypeError('x is not a function')
    const { outcome, obstacles } = await take(() => Promise.reject(mistake))
    expect([outcome, obstacles]).to.deep.equal([mistake, []])
  })

  it('that cannot be tested here is skipped, with the reason', async () => {
    const { outcome, untestable } = await take(() => Promise.reject(new NotTestable('no key')))
    expect([outcome, untestable]).to.deep.equal(['skipped', 'no key'])
  })
})
