import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import { nobodyElseIsSlowed, type Unbothered } from './noise.checks.ts'

describe('People beside a noisy one', () => {
  const ID = 'nobody-else-is-slowed'
  const other = (name: string, more: Partial<Unbothered> = {}): Unbothered => ({
    ...{ name, faults: [], wordsMeanwhile: 3, wordsToCome: 100, ...more },
  })
  const look = (...others: readonly Unbothered[]): Record<string, string> =>
    brokenIn(nobodyElseIsSlowed(others))

  it('are served in turn: how much of the noise each has waited for, is told', async () => {
    const others = [other('User 1'), other('User 2', { wordsMeanwhile: 50 })]
    expect(resultOf(nobodyElseIsSlowed(others))).to.include({
      ...{ status: 'passed', observed: 'words of the noise that each waited for: 3 of 100, 50 of 100' },
    })
  })

  it('are found out when one is served wrongly: each fault is told, and whose it is', async () => {
    const faults = ['heron is not named', 'it is late']
    expect(look(other('User 1'), other('User 2', { faults }))).to.deep.equal({
      [ID]: 'User 2: heron is not named; User 2: it is late',
    })
  })

  it('are found out when one has to wait for more than half of the noise', async () => {
    expect(look(other('User 1'), other('User 2', { wordsMeanwhile: 51 }))).to.deep.equal({
      [ID]: 'User 2 had to wait for 51 of 100 words of the noise',
    })
  })

  it('are somebody, beside some noise: nobody, or no noise, proves nothing', async () => {
    expect(look()).to.have.property(ID)
    const silence = { wordsMeanwhile: 0, wordsToCome: 0 }
    expect(look(other('User 1'), other('User 2', silence))).to.deep.equal({
      [ID]: 'User 2 asked when the noise was over',
    })
  })
})
