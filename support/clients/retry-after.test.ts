import { describe, it } from 'node:test'
import { expect } from 'chai'
import { waitIn } from './retry-after.ts'

describe('How long somebody has to wait', () => {
  const until = 'Sun, 29 Nov 2026 23:00:42 GMT'

  it('is said in seconds, or by the moment when it is over', () => {
    expect(waitIn({ 'retry-after': '42' })).to.equal(42)
    expect(waitIn({ 'retry-after': until, date: 'Sun, 29 Nov 2026 23:00:00 GMT' })).to.equal(42)
  })

  it('is measured by our own clock where the answer has none', () => {
    const soon = new Date(Date.now() + 30_000).toUTCString()
    expect(waitIn({ 'retry-after': soon })).to.be.within(28, 31)
  })

  it('may not be said at all, or in words that say nothing', () => {
    expect(waitIn({})).to.equal(undefined)
    const waits = ['soon', 'at 12:00'].map((words) => waitIn({ 'retry-after': words }))
    expect(waits).to.deep.equal([NaN, NaN])
  })
})
