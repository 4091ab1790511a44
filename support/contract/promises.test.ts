import { describe, it } from 'node:test'
import { expect } from 'chai'
import { milliseconds, seconds } from '#waiting/duration'
import { describeLimit, isInTime, TOLERANCE, type TimeLimit } from './promises.ts'

const LIMIT: TimeLimit = { promised: seconds(2), tolerance: TOLERANCE.near }

describe('A promise in time', () => {
  it('is kept up to the promise, and as much later as it takes to notice', () => {
    for (const ms of [0, 1_999, 2_000, 2_250])
      expect(isInTime(milliseconds(ms), LIMIT), `${ms}`).to.equal(true)
  })

  it('is not kept by what is late, though it comes', () => {
    for (const ms of [2_251, 2_300, 3_500]) expect(isInTime(milliseconds(ms), LIMIT), `${ms}`).to.equal(false)
  })

  it('is told without the tolerance', () => {
    expect(describeLimit(LIMIT)).to.equal('within 2 s')
  })
})
