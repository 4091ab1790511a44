import { describe, it } from 'node:test'
import { expect } from 'chai'
import { TOLERANCE } from '#contract/promises'
import { brokenIn } from '#testing/checks'
import { seconds } from '#waiting/duration'
import { givesSignsOfLife, type SignsOfLife } from './idle-connection.checks.ts'

describe('A line on which nothing happens', () => {
  const ID = 'idle-line-gives-signs-of-life'
  const look = (
    gaps: readonly number[],
    more: Partial<SignsOfLife> = {},
    stalled = 0,
  ): Record<string, string> => {
    const usual = { line: 'a line', interval: seconds(2), gaps: gaps.map(seconds), beats: gaps.length - 1 }
    const signs = [{ ...usual, strangers: [], others: [], ...more }]
    return brokenIn(givesSignsOfLife(signs, TOLERANCE.near, seconds(stalled)))
  }

  it('gives signs of life, and says nothing besides', () => {
    expect(look([2, 2, 0.1])).to.deep.equal({})
    expect(look([1.5, 1.5, 1], { others: ['agent_thinking'], strangers: ['line-2'] })).to.deep.equal({
      [ID]: 'a line: 2 heartbeats; 1.5 s at most from one to the next, 2 s stated; besides: agent_thinking, a heartbeat of line-2',
    })
  })

  it('may be late by three quarters of what it has stated and by what it takes to notice, and no more', () => {
    expect(look([3.7, 2, 1])).to.deep.equal({})
    const late = {
      [ID]: 'a line: 2 heartbeats; 3.8 s at most from one to the next, 2 s stated; besides: nothing',
    }
    expect(look([3.8, 2, 1])).to.deep.equal(late)
    expect(look([2, 2, 3.8])).to.deep.equal(late)
  })

  it('may seem as late as the suite itself was kept waiting', () => {
    expect(look([6.2, 2, 1], {}, 4)).to.deep.equal({})
    expect(look([6.3, 2, 1], {}, 4)).to.have.property(ID)
    expect(look([3.8, 2, 1], {}, 1)).to.have.property(ID)
  })

  it('is dead after one sign of life, and has to be there', () => {
    expect(look([2, 0])).to.have.property(ID)
    expect(brokenIn(givesSignsOfLife([], TOLERANCE.near, seconds(0)))).to.have.property(ID)
  })
})
