import { describe, it } from 'node:test'
import { expect } from 'chai'
import { milliseconds } from '#waiting/duration'
import { brokenIn, resultOf } from '#testing/checks'
import { minuteIsFull, waitIsWhatIsLeft, type FullMinute, type Refusal } from './minute.checks.ts'

const ON_LINE: Refusal = {
  way: 'on the line',
  isDue: true,
  how: 'RATE_LIMITED',
  wait: 55,
  sentAt: 6_000,
  at: 6_020,
}
const BY_CALL: Refusal = { ...ON_LINE, way: 'by a call', how: '429' }
const FULL: FullMinute = {
  taken: 60,
  early: [],
  more: [ON_LINE, BY_CALL],
  from: 1_000,
  firstTaken: 1_010,
  others: [true, true],
}

describe('A minute in which as many messages are sent as may be', () => {
  const ID = 'so-many-a-minute'

  it('is full with that many, for her alone', () => {
    const { status, ...seen } = resultOf(minuteIsFull(60, FULL)) as unknown as Record<string, string>
    expect(status).to.equal('passed')
    expect(seen).to.include({
      observed: '60 taken; then no more',
      control: '2 messages of others were taken',
    })
  })

  const odd: Readonly<Record<string, Partial<FullMinute>>> = {
    '60 taken; 1 of 2 more taken, too': { more: [undefined, BY_CALL] },
    '50 taken; one by a call was refused with 429': { taken: 50, early: [BY_CALL] },
    '60 taken; one on the line was refused with INTERNAL_ERROR': {
      more: [{ ...ON_LINE, isDue: false, how: 'INTERNAL_ERROR' }],
    },
    '60 taken; 1 of 2 others were refused': { others: [true, false] },
    '59 taken; then no more': { taken: 59 },
  }
  for (const [observed, more] of Object.entries(odd)) {
    it(`is found out: ${observed}`, () => {
      expect(brokenIn(minuteIsFull(60, { ...FULL, ...more }))).to.deep.equal({ [ID]: observed })
    })
  }
})

describe('How long to wait for the next minute', () => {
  const look = (...waits: readonly (number | undefined)[]): Record<string, string> => {
    const more = waits.map((wait) => ({ ...ON_LINE, wait }))
    return brokenIn(waitIsWhatIsLeft({ ...FULL, more }, milliseconds(250)))
  }

  it('is what is left of it, by a call in whole seconds', () => {
    expect(look(54, 54.5, 56)).to.deep.equal({})
    const more = [{ ...BY_CALL, wait: 54.5 }]
    expect(brokenIn(waitIsWhatIsLeft({ ...FULL, more }, milliseconds(250)))).not.to.deep.equal({})
  })

  for (const wait of [undefined, 0, 1, 9, 53, 57, 60, 3600]) {
    it(`is not ${wait}`, () => {
      expect(look(55, wait)).to.have.property('wait-is-what-is-left')
    })
  }

  it('is told in the words of whoever was refused', () => {
    expect(look(1)).to.deep.equal({ 'wait-is-what-is-left': 'on the line: 1 s, 55 s are left' })
    expect(look()).to.deep.equal({ 'wait-is-what-is-left': 'nothing was refused' })
  })
})
