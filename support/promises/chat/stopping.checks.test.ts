import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/observed-run'
import { make } from '#expect/check'
import { stopped, type Stopping } from '#promises/shared/progress.checks'

describe('A task that was stopped', () => {
  const ENDED: Stopping = {
    ...{ tookMs: 4_000, status: 'cancelled', afterwards: [], answers: 0 },
    fence: 'other work was answered meanwhile, in 40 events',
  }
  const look = (more: Partial<Stopping>): Promise<Record<string, string>> =>
    brokenIn(...stopped(() => Promise.resolve({ ...ENDED, ...more })))

  it('has ended in time and for good; what was done meanwhile is told as its control', async () => {
    expect(await look({})).to.deep.equal({})
    const [, stays] = stopped(() => Promise.resolve(ENDED))
    expect(stays && (await make(stays))).to.include({ control: ENDED.fence })
  })

  const faults: Readonly<Record<string, { more: Partial<Stopping>; broken: Record<string, string> }>> = {
    'ended too late': {
      more: { tookMs: 4_001 },
      broken: { 'CHAT-3.stopped-in-time': 'cancelled, told after 4001 ms' },
    },
    'ended otherwise': {
      more: { status: 'completed' },
      broken: { 'CHAT-3.stopped-in-time': 'completed, told after 4000 ms' },
    },
    'went on': {
      more: { afterwards: ['#9 agent_thinking of data'] },
      broken: { 'CHAT-3.stopped-stays-stopped': 'afterwards #9 agent_thinking of data; 0 answers kept' },
    },
    'was answered all the same': {
      more: { answers: 1 },
      broken: { 'CHAT-3.stopped-stays-stopped': 'afterwards nothing; 1 answers kept' },
    },
  }
  for (const [what, { more, broken }] of Object.entries(faults)) {
    it(`is found out when it ${what}, by that check alone`, async () => {
      expect(await look(more)).to.deep.equal(broken)
    })
  }
})
