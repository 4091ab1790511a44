import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import { NotSeen } from '#expect/seen'
import { nobodyElseIsSlowed, type AnsweredMeanwhile, type Listener } from './noise.checks.ts'

describe('People beside a noisy one', () => {
  const ID = 'nobody-else-is-slowed'
  const question = { text: 'What?', workload: 'heron', monthlyCost: 1.5, given: [] }
  /** Of a hundred words of the noise, one each millisecond, so many came before the first word of hers. */
  const other = (name: string, waitedFor = 3, text = 'heron: $1.50'): Listener => ({
    name,
    answered: {
      exchange: { question, ending: { outcome: 'answered', text } },
      acceptedAt: 1_000,
      firstEventAt: 999 + waitedFor,
    },
  })
  const TOLD = Array.from({ length: 110 }, (_, index) => 990 + index)
  const look = (...others: readonly Listener[]): Record<string, string> =>
    brokenIn(nobodyElseIsSlowed({ told: TOLD, others }))

  it('are served in turn: how much of the noise each has waited for, is told', () => {
    const others = [other('User 1'), other('User 2', 50)]
    expect(resultOf(nobodyElseIsSlowed({ told: TOLD, others }))).to.include({
      status: 'passed',
      observed: 'words of the noise that each waited for: 3 of 100, 50 of 100',
    })
  })

  it('are found out when one is served wrongly: each fault is told, and whose it is', () => {
    expect(look(other('User 1'), other('User 2', 3, 'It is cheap.'))).to.deep.equal({
      [ID]: 'User 2: heron is not named; User 2: its cost, $1.5, is not stated',
    })
  })

  it('are found out when one is not served at all: why, is told', () => {
    const refused = { name: 'User 2', answered: new NotSeen('absent', 'it was refused: RATE_LIMITED') }
    expect(look(other('User 1'), refused)).to.deep.equal({ [ID]: 'User 2: it was refused: RATE_LIMITED' })
  })

  it('are found out when one has to wait for more than half of the noise', () => {
    expect(look(other('User 1'), other('User 2', 51))).to.deep.equal({
      [ID]: 'User 2 had to wait for 51 of 100 words of the noise',
    })
  })

  it('have not waited for the noise where it takes as long in the quiet', () => {
    expect(look(other('User 1'), { ...other('User 2', 51), quietMs: 26 })).to.deep.equal({})
    expect(look(other('User 1'), { ...other('User 2', 51), quietMs: 24 })).to.have.property(ID)
  })

  it('are somebody, beside some noise: nobody, or no noise, proves nothing', () => {
    expect(look()).to.have.property(ID)
    const { answered } = other('User 2') as { answered: AnsweredMeanwhile }
    const late = { name: 'User 2', answered: { ...answered, acceptedAt: 2_000, firstEventAt: 2_001 } }
    expect(look(other('User 1'), late)).to.deep.equal({ [ID]: 'User 2 asked when the noise was over' })
  })
})
