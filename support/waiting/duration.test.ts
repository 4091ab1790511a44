import { describe, it } from 'node:test'
import { expect } from 'chai'
import { milliseconds, formatDuration, seconds } from './duration.ts'

describe('A duration', () => {
  it('is the same length in whatever unit it was given', () => {
    expect(seconds(2)).to.deep.equal(milliseconds(2_000))
    expect(seconds(0.25)).to.deep.equal(milliseconds(250))
  })

  const said = [
    [milliseconds(0), '0 ms'],
    [milliseconds(11.4), '11 ms'],
    [milliseconds(250), '250 ms'],
    [seconds(1), '1 s'],
    [seconds(1.54), '1.5 s'],
    [seconds(59.9), '59.9 s'],
    [seconds(60), '1 min'],
    [seconds(150), '2.5 min'],
  ] as const
  for (const [duration, text] of said) {
    it(`is said as a person would say it: ${text}`, () => {
      expect(formatDuration(duration)).to.equal(text)
    })
  }
})
