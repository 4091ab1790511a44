import { describe, it } from 'node:test'
import { expect } from 'chai'
import { figuresIn } from './figures.ts'

describe('What only looks like a figure', () => {
  const none = [
    'As of 30 November 2026, 14:05 UTC',
    'As of 2026-11-30T14:05:00Z, or 2026-11-30',
    'Since November 3rd, 2026, and in March 2027',
    'On 11/30/2026, or 30.11.2026, at 9:30 am',
    'As of Q4 2026, or Q1, 2027',
    'Step 1 of 5, part 2/6, option 3 and phase 4',
    'See this[^1] and that.[2]\n[^1]: the list of prices',
    'There are 3 options in 2 steps, and 5 models to choose from, 24/7',
  ]
  for (const text of none) {
    it(`is none: ${text}`, () => {
      expect(figuresIn(text)).to.deep.equal([])
    })
  }

  const figures: readonly (readonly [string, readonly number[]])[] = [
    ['It costs 1 234,50 USD, or 1234,50 $, or 12.345,60 US dollars.', [1234.5, 1234.5, 12345.6]],
    ['A list of tokens: 400,25 and 3,50.', [400, 3]],
    ['30 million requests, 2,026 of them in 2026', [30_000_000, 2026, 2026]],
    ['5 % in 12 months, $3 a day, and 40 models', [5, 12, 3, 40]],
    ['Weeks 1 to 4 of 10', [1, 4, 10]],
  ]
  for (const [text, amounts] of figures) {
    it(`is told from what is one: ${text}`, () => {
      expect(figuresIn(text)).to.deep.equal(amounts)
    })
  }
})
