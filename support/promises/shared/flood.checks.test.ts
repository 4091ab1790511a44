import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import { floodIsSlowed, type Flood } from './flood.checks.ts'

describe('A flood', () => {
  const ID = 'flood-is-slowed'
  const SLOWED: Flood = { sent: 5, accepted: 3, waits: [1, 60], afterwards: 'answered' }
  const look = (more: Partial<Flood> = {}): Record<string, string> =>
    brokenIn(floodIsSlowed(ID, { ...SLOWED, ...more }))

  it('is taken in part, and refused in part with how long to wait', () => {
    expect(look()).to.deep.equal({})
  })

  const faults: Readonly<Record<string, Partial<Flood>>> = {
    '5 of 5 taken, 0 refused, 0 with a wait; then answered': { accepted: 5, waits: [] },
    '0 of 2 taken, 2 refused, 2 with a wait; then answered': { sent: 2, accepted: 0 },
    '3 of 6 taken, 2 refused, 2 with a wait; then answered': { sent: 6 },
    '3 of 5 taken, 2 refused, 1 with a wait; then answered': { waits: [1, undefined] },
    '3 of 5 taken, 2 refused, 0 with a wait; then answered': { waits: [0, 61] },
    '3 of 5 taken, 2 refused, 2 with a wait; then refused': { afterwards: 'refused' },
  }
  for (const [observed, more] of Object.entries(faults)) {
    it(`is not slowed as it should be: ${observed}`, () => {
      expect(look(more)).to.deep.equal({ [ID]: observed })
    })
  }
})
