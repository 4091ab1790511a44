import { describe, it } from 'node:test'
import { expect } from 'chai'
import { figuresIn, inventedIn, isRounded, numbersWithin, states } from './figures.ts'

describe('Figures in a text', () => {
  const written: readonly (readonly [string, readonly number[]])[] = [
    ['It costs $1,234.50 a month.', [1234.5]],
    ["Swiss hands write 1'234.50, or 1’234.50.", [1234.5, 1234.5]],
    ['Others leave a space: 1 234 567, 1\u00a0234, 1\u202f234 or 1\u2009234.', [1234567, 1234, 1234, 1234]],
    ['About 2.2 million tokens, or 2.2M, and $705k.', [2_200_000, 2_200_000, 705_000]],
    ['Between 3 and 5,000.', [3, 5000]],
    ['A list: 3, 4, 5.', [3, 4, 5]],
    ['Weeks 1-2 and 3–4', [1, 2, 3, 4]],
    ['5 % less, 12% more', [5, 12]],
    ['On gpt-4o-mini, v1.0.0, in Q3, for asha-r10c247-0-chat1-e86760c4cb1b-heron', []],
    ['run 9f2c4b7a11de of thread_17', []],
    ['1. Risks\n2) Roles\n## 3. Timeline\n- (4) Summary: 7', [7]],
    ['nothing', []],
  ]
  for (const [text, figures] of written) {
    it(`are read as they are written: ${JSON.stringify(text)}`, () => {
      expect(figuresIn(text)).to.deep.equal(figures)
    })
  }
})

describe('An amount', () => {
  const right = ['$2,200.23', '2200.23', '$2,200', '2.2k', '2,200.2', 'USD 2200']
  for (const text of right) {
    it(`is stated by ${text}`, () => {
      expect(states(`It costs ${text} a month.`, 2200.23)).to.equal(true)
    })
  }

  const wrong = ['$22,002.30', '$220.02', '$2,210.23', '$2,200.24', '$2,201', '$2k', '2.3k', '$2,190']
  for (const text of wrong) {
    it(`is not stated by ${text}`, () => {
      expect(states(`It costs ${text} a month.`, 2200.23)).to.equal(false)
    })
  }

  it('that lies between two cents is stated by either of them, and by no third', () => {
    const stated = ['$4,394.84', '$4,394.85', '$4,394.83', '$4,394.86'].map((text) => states(text, 4394.845))
    expect(stated).to.deep.equal([true, true, false, false])
  })

  it('that is small is not rounded away', () => {
    expect([isRounded(10.01, 10), isRounded(0, 0.4), isRounded(3, 3.2)]).to.deep.equal([false, false, false])
    expect([isRounded(0.3, 0.1 + 0.2), isRounded(4.35, 4.349999999999999)]).to.deep.equal([true, true])
    expect([isRounded(10, 10), isRounded(10.5, 10.5)]).to.deep.equal([true, true])
  })
})

describe('An invented figure', () => {
  const given = [250_000, 400, 750, 705]
  it('is one that neither the asker nor a tool has given', () => {
    expect(inventedIn('It costs $750, that is $9,120 a year.', given)).to.deep.equal([9120])
  })

  it('is none that was given, in whatever way it is written, and none of the language itself', () => {
    const text =
      '250k requests at $750.00 a month for 12 months; 100 % of it; $705 less per 1,000,000 tokens.'
    expect(inventedIn(text, given)).to.deep.equal([])
  })
})

describe('Numbers within a value', () => {
  it('are all of them, however deep, and also those in words', () => {
    const value = { cost: 750, steps: [{ weeks: 2 }, { text: 'by week 14' }], model: 'gpt-4o', none: null }
    expect(numbersWithin(value)).to.deep.equal([750, 2, 14])
  })
})
