import { describe, it } from 'node:test'
import { expect } from 'chai'
import { TOLERANCE } from '#contract/promises'
import { brokenIn } from '#testing/checks'
import { seconds } from '#waiting/duration'
import { givesSignsOfLife } from './idle-connection.checks.ts'

describe('A line on which nothing happens', () => {
  const ID = 'idle-line-gives-signs-of-life'
  const look = (after: number, ...others: readonly string[]): Record<string, string> =>
    brokenIn(givesSignsOfLife({ interval: seconds(2), took: seconds(after), others }, TOLERANCE.near))

  it('gives signs of life, and says nothing besides', () => {
    expect(look(2)).to.deep.equal({})
    expect(look(1.5, 'agent_thinking')).to.deep.equal({
      [ID]: 'after 1.5 s, 2 s stated; besides: agent_thinking',
    })
  })

  it('may be late by half of what it has stated and by what it takes to notice, and no more', () => {
    expect(look(3.2)).to.deep.equal({})
    expect(look(3.3)).to.deep.equal({ [ID]: 'after 3.3 s, 2 s stated; besides: nothing' })
  })
})
