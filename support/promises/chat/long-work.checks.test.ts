import { describe, it } from 'node:test'
import { expect } from 'chai'
import { TOLERANCE } from '#contract/promises'
import { brokenIn, resultOf } from '#testing/checks'
import { milliseconds, seconds } from '#waiting/duration'
import { calledOff, stopped, type StoppedRun } from './long-work.checks.ts'

describe('A task that was stopped', () => {
  const LIMIT = { promised: seconds(2), tolerance: TOLERANCE.near }
  const ENDED: StoppedRun = {
    took: milliseconds(2_250),
    status: 'cancelled',
    afterwards: [],
    answers: 0,
    isBegunAnew: false,
    fence: { outcome: 'answered', events: 40 },
  }
  const look = (more: Partial<StoppedRun>): Record<string, string> =>
    brokenIn(...stopped(LIMIT, { ...ENDED, ...more }))

  it('has ended in time and for good; what was done meanwhile is told as its control', () => {
    expect(look({})).to.deep.equal({})
    const [inTime, stays] = stopped(LIMIT, ENDED).map(resultOf)
    expect(inTime).to.include({ expected: 'cancelled, within 2 s' })
    expect(stays).to.include({ control: 'other work was answered meanwhile, in 40 events' })
  })

  it('is judged alike when it was stopped by a call', () => {
    const late = { ...ENDED, took: milliseconds(4_600), answers: 1 }
    expect(brokenIn(...calledOff(LIMIT, ENDED))).to.deep.equal({})
    expect(brokenIn(...calledOff(LIMIT, late))).to.have.keys('called-off-in-time', 'called-off-stays-off')
  })

  it('has as much time as the feature says', () => {
    expect(brokenIn(...stopped({ ...LIMIT, promised: seconds(1) }, ENDED))).to.have.key('stopped-in-time')
  })

  const faults: Readonly<Record<string, { more: Partial<StoppedRun>; broken: Record<string, string> }>> = {
    'ended a little too late': {
      more: { took: milliseconds(2_300) },
      broken: { 'stopped-in-time': 'cancelled, told after 2.3 s' },
    },
    'ended 2.6 seconds late': {
      more: { took: milliseconds(4_600) },
      broken: { 'stopped-in-time': 'cancelled, told after 4.6 s' },
    },
    'ended otherwise': {
      more: { status: 'completed' },
      broken: { 'stopped-in-time': 'completed, told after 2.3 s' },
    },
    'went on': {
      more: { afterwards: ['#9 agent_thinking of data'] },
      broken: { 'stopped-stays-stopped': 'afterwards #9 agent_thinking of data; 0 answers kept' },
    },
    'was answered all the same': {
      more: { answers: 1 },
      broken: { 'stopped-stays-stopped': 'afterwards nothing; 1 answers kept' },
    },
    'was begun anew when it was asked for again': {
      more: { isBegunAnew: true },
      broken: {
        'stopped-stays-stopped': 'afterwards nothing; 0 answers kept; sent again, it was begun anew',
      },
    },
    'was quiet when nothing else was answered, either': {
      more: { fence: { outcome: 'failed', events: 3 } },
      broken: { 'stopped-stays-stopped': 'afterwards nothing; 0 answers kept' },
    },
  }
  for (const [what, { more, broken }] of Object.entries(faults)) {
    it(`is found out when it ${what}, by that check alone`, () => {
      expect(look(more)).to.deep.equal(broken)
    })
  }
})
