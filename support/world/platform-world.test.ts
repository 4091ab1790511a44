import { describe, it } from 'node:test'
import { expect } from 'chai'
import { NotAsPromised } from '#expect/not-as-promised'
import { check, settle, type Check } from '#expect/check'
import { NotSeen, type Seen } from '#expect/seen'
import { beginScenario, openWorld } from '#testing/world'
import { NoAnswer } from '#wire/unexpected'

const sameEverywhere = (seen: Seen<string>): Check =>
  check('one-identity-everywhere', 'asha', seen, (name) => settle(name === 'asha', { observed: name }))

describe('What a step observes', () => {
  it('is what the act gives', async () => {
    expect(await beginScenario('AUTH-1').observe(() => 'asha')).to.equal('asha')
  })

  it('is that nothing came, and a check of it has failed without having seen anything', async () => {
    const world = beginScenario('AUTH-1')
    const lost = new NoAnswer("Asha's GET /auth/me", 'ECONNRESET', 7)
    const seen = await world.observe<string>(() => Promise.reject(lost))
    expect(seen).to.deep.equal(new NotSeen('absent', lost.message))
    expect(() => world.judge(sameEverywhere(seen))).to.throw(NotAsPromised, lost.message)
    expect(world.scenario.checks.results[0]).to.include({ status: 'failed', unseen: true })
  })

  it('is not asked for at all where the target does not offer what it needs', async () => {
    const world = beginScenario('AUTH-1')
    const seen = await world.observe((): string => expect.fail('it was asked for'), 'resume')
    expect(seen).to.deep.equal(new NotSeen('untestable', 'the target does not offer resume'))
    world.judge(sameEverywhere(seen))
    expect(world.scenario.checks.results).to.deep.equal([
      {
        status: 'not-testable',
        id: 'AUTH-1.one-identity-everywhere',
        reason: 'the target does not offer resume',
      },
    ])
  })

  it('is asked for where the target offers it', async () => {
    const world = beginScenario('AUTH-1', ['resume'])
    expect(await world.observe(() => 'asha', 'resume')).to.equal('asha')
  })

  it('is nothing when the suite has an error of its own: that is thrown on', async () => {
    const mistake = new TypeError('x is not a function')
    const thrown = await beginScenario('AUTH-1')
      .observe(() => Promise.reject(mistake))
      .catch((error: unknown) => error)
    expect(thrown).to.equal(mistake)
  })
})

describe('A world', () => {
  it('knows whether anything was checked since it was asked last, also what did not hold', () => {
    const world = beginScenario('AUTH-1')
    expect(world.hasCheckedSomething()).to.equal(false)
    expect(() => world.judge(sameEverywhere('bram'))).to.throw(NotAsPromised)
    expect([world.hasCheckedSomething(), world.hasCheckedSomething()]).to.deep.equal([true, false])
  })

  it('keeps a late error for the end of its scenario, and hands it on when that is over', () => {
    const world = beginScenario('AUTH-1')
    const stray: string[] = []
    world.onLateError = (text) => stray.push(text)
    world.blame('late')
    world.end()
    world.blame('later')
    expect([world.lateErrors, stray]).to.deep.equal([['late'], ['AUTH-1: later']])
  })

  it('that never began knows why, and has no scenario', () => {
    const { world } = openWorld()
    const why = { verdict: 'target-unhealthy', reason: 'the backend is away' } as const
    world.skip('AUTH-2', why)
    expect([world.id, world.stopped, world.hasBegun]).to.deep.equal(['AUTH-2', why, false])
    expect(() => world.scenario).to.throw('the scenario has not begun')
  })
})
