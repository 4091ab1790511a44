import { describe, it } from 'node:test'
import { expect } from 'chai'
import { figuresIn, states } from './figures.ts'

describe('The figures in a text', () => {
  const texts: Readonly<Record<string, readonly number[]>> = {
    'nothing to count': [],
    '0': [0],
    '7 agents': [7],
    '1234.5': [1234.5],
    'It costs $1,234.50 a month.': [1234.5],
    'USD 1234.50, or 12.5 %': [1234.5, 12.5],
    '1,234,567 tokens': [1_234_567],
    '1\u00a0234\u00a0567.89 €': [1_234_567.89],
    '1\u202f234.5 €': [1234.5],
    "CHF 1'234.50": [1234.5],
    'from $10.00/month to $20/month': [10, 20],
    'gpt-4 costs 100, claude-3 costs 200, and that is all.': [4, 100, 3, 200],
    'at the end 42.': [42],
    'v1.2.3': [1.2, 3],
  }
  for (const [text, figures] of Object.entries(texts)) {
    it(`are read however they are written: "${text}"`, () => {
      expect(figuresIn(text)).to.deep.equal(figures)
    })
  }
})

describe('An amount', () => {
  it('is stated by a text in whatever way it is written', () => {
    for (const text of ['$1,234.50', '1234.5', 'about 3 models: 1\u202f234.50 € in all', "1'234.50"]) {
      expect(states(text, 1234.5), text).to.equal(true)
    }
  })

  it('is stated also when it was computed with the inaccuracy of the machine', () => {
    expect(states('0.30 dollars', 0.1 + 0.2)).to.equal(true)
    expect(states('$4.35', 4.349999999999999)).to.equal(true)
  })

  it('is not stated by one that is off by two cents, by ten, or by a part of itself', () => {
    for (const text of ['$1,234.52', '$1,234.48', '$12,345.00', '$123.45', '234.50', '1,234', '']) {
      expect(states(text, 1234.5), text).to.equal(false)
    }
  })
})
