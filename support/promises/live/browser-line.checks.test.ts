import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import { browserIsToldTheSame, type BrowserStory } from './browser-line.checks.ts'

const WORDS = [{ sequence: 1 }, { sequence: 2 }]
const ID = 'browser-is-told-the-same'

const look = (more: Partial<BrowserStory> = {}): Record<string, string> =>
  brokenIn(
    browserIsToldTheSame({ protocol: 'jwt-auth', told: WORDS, elsewhere: WORDS, answers: true, ...more }),
  )

describe('A page in a browser', () => {
  it('is told the same as a program', () => {
    expect(look()).to.deep.equal({})
  })

  const odd: Readonly<Record<string, Partial<BrowserStory>>> = {
    'nothing at all': { told: [], elsewhere: [] },
    'nothing where there was something': { told: [] },
    'every second word': { told: WORDS.slice(1) },
    'other words': { told: [{ sequence: 1 }, { sequence: 3 }] },
    'on a line that is dead': { answers: false },
    'on a line that shows the pass': { protocol: 'jwt.abc' },
  }
  for (const [what, more] of Object.entries(odd)) {
    it(`is not told ${what}`, () => {
      expect(look(more)).to.have.property(ID)
    })
  }
})
