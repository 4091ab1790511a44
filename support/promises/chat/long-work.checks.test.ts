import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import { stopped, type Stopping } from '#promises/shared/progress.checks'

describe('A task that was stopped', () => {
  const ENDED: Stopping = {
    ...{ tookMs: 4_000, status: 'cancelled', afterwards: [], answers: 0 },
    fence: 'other work was answered meanwhile, in 40 events',
  }
  const look = (more: Partial<Stopping>): Record<string, string> =>
    brokenIn(...stopped({ ...ENDED, ...more }))

  it('has ended in time and for good; what was done meanwhile is told as its control', async () => {
    expect(look({})).to.deep.equal({})
    const [, stays] = stopped(ENDED)
    expect(stays && resultOf(stays)).to.include({ control: ENDED.fence })
  })

  const faults: Readonly<Record<string, { more: Partial<Stopping>; broken: Record<string, string> }>> = {
    'ended too late': {
      more: { tookMs: 4_001 },
      broken: { 'stopped-in-time': 'cancelled, told after 4001 ms' },
    },
    'ended otherwise': {
      more: { status: 'completed' },
      broken: { 'stopped-in-time': 'completed, told after 4000 ms' },
    },
    'went on': {
      more: { afterwards: ['#9 agent_thinking of data'] },
      broken: { 'stopped-stays-stopped': 'afterwards #9 agent_thinking of data; 0 answers kept' },
    },
    'was answered all the same': {
      more: { answers: 1 },
      broken: { 'stopped-stays-stopped': 'afterwards nothing; 1 answers kept' },
    },
  }
  for (const [what, { more, broken }] of Object.entries(faults)) {
    it(`is found out when it ${what}, by that check alone`, async () => {
      expect(look(more)).to.deep.equal(broken)
    })
  }
})
