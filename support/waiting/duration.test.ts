import { describe, it } from 'node:test'
import { expect } from 'chai'
import { milliseconds, formatDuration, parseDuration, seconds } from './duration.ts'

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

  it('is read as it is said', () => {
    for (const text of ['0 ms', '250 ms', '1.5 s', '2 min'])
      expect(formatDuration(parseDuration(text) ?? seconds(-1))).to.equal(text)
    for (const text of ['', '15', '15s', '15 seconds', '-1 s', '1 h', ' 1 s', '1.5.1 s'])
      expect(parseDuration(text), text).to.equal(undefined)
  })
})
