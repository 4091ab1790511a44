import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import { floodIsSlowed, type Flood } from './flood.checks.ts'

describe('A flood', () => {
  const ID = 'flood-is-slowed'
  const SLOWED: Flood = {
    sent: 7,
    accepted: 5,
    over: 0,
    waits: [0.5, 60],
    byCall: { status: 429, wait: 2 },
    afterwards: 'answered',
  }
  const look = (more: Partial<Flood> = {}): Record<string, string> =>
    brokenIn(floodIsSlowed(ID, { ...SLOWED, ...more }))

  it('is taken in part, and refused in part with how long to wait', () => {
    expect(look()).to.deep.equal({})
    expect(look({ byCall: { status: 429, wait: 1.5 } })[ID]).to.contain('without how long to wait')
  })

  const faults: Readonly<Record<string, Partial<Flood>>> = {
    '7 of 7 taken, 0 refused, 0 with a wait; then answered': { accepted: 7, waits: [] },
    '6 of 8 taken, 2 refused, 2 with a wait; then answered': { sent: 8, accepted: 6 },
    '4 of 6 taken, 2 refused, 2 with a wait; then answered': { sent: 6, accepted: 4 },
    '0 of 2 taken, 2 refused, 2 with a wait; then answered': { sent: 2, accepted: 0 },
    '5 of 8 taken, 2 refused, 2 with a wait; then answered': { sent: 8 },
    '5 of 7 taken, 2 refused, 1 with a wait; then answered': { waits: [1, undefined] },
    '5 of 7 taken, 2 refused, 0 with a wait; then answered': { waits: [0, 61] },
    '5 of 7 taken, 2 refused, 2 with a wait; then refused': { afterwards: 'refused' },
  }
  for (const [observed, more] of Object.entries(faults)) {
    it(`is not slowed as it should be: ${observed}`, () => {
      expect(look(more)).to.deep.equal({ [ID]: observed.replace(/, for.*/, '') })
    })
  }

  const byCall: Readonly<Record<string, Flood['byCall']>> = {
    'one more by a call: 202, not 429': { status: 202, wait: undefined },
    'one more by a call: refused without how long to wait': { status: 429, wait: undefined },
  }
  for (const [observed, answer] of Object.entries(byCall)) {
    it(`is not slowed on every way: ${observed}`, () => {
      expect(look({ byCall: answer })[ID]).to.include(observed)
    })
  }

  it('may go on by a call where there is room again', () => {
    expect(look({ byCall: 'room' })).to.deep.equal({})
  })

  it('may be taken in a larger part where work was over meanwhile', () => {
    expect(look({ sent: 8, accepted: 6, over: 1 })).to.deep.equal({})
  })
})
