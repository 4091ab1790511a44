import { describe, it } from 'node:test'
import { expect } from 'chai'
import { describeDeviation, type CountedDeviation } from './deviation.ts'
import { markKnown, type KnownDeviation } from './known-deviation.ts'

const MET: CountedDeviation = {
  ...{ text: 'GET /auth/me: `name` is missing', weight: 'differs', count: 2, first: 'AUTH-1, exchange 3' },
}
const KNOWN: KnownDeviation = {
  ...{ where: 'GET /auth/me', what: '`name` is missing', reason: 'nobody reads it', issue: 'MOON-7' },
  until: '2027-03-31',
}

const told = (today: string, met = MET): string =>
  markKnown([met], [KNOWN], today).map(describeDeviation).join()

describe('A deviation', () => {
  it('is told as known until its day is over, and with its weight as before', () => {
    expect(told('2027-03-31')).to.equal(
      'GET /auth/me: `name` is missing (2 times, first in AUTH-1, exchange 3); known until 2027-03-31: nobody reads it (MOON-7)',
    )
    expect(markKnown([MET], [KNOWN], '2027-03-31')[0]).to.include({ weight: 'differs', count: 2 })
  })

  it('is told as expired afterwards', () => {
    expect(told('2027-04-01')).to.match(/; it was known until 2027-03-31, which is over \(MOON-7\)$/)
  })

  it('is not known for being like one that is', () => {
    for (const text of ['GET /auth/me: `email` is missing', 'GET /auth/me 401: `name` is missing'])
      expect(told('2026-11-30', { ...MET, text })).not.to.contain('known')
  })
})
