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
    ['Written as 4{,}334{,}770', [4_334_770]],
    ['A list: 3, 4, 5.', [3, 4, 5]],
    ['Weeks 1-2 and 3–4', [1, 2, 3, 4]],
    ['5 % less, 12% more', [5, 12]],
    ['On gpt-4o-mini, v1.0.0, in Q3, for asha-r10c247-0-chat1-e86760c4cb1b-heron', []],
    ['run 9f2c4b7a11de of thread_17', []],
    ['1. Risks\n2) Roles\n## 3. Timeline\n- (4) Summary: 7', [7]],
    ['| No. | Cost |\n| 2 | $7 |\n| 3. | 8 |\n| 400 | 9 |', [7, 8, 400, 9]],
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

describe('A figure with a scale', () => {
  const scales = {
    '3k': 3e3,
    '3 thousand': 3e3,
    '3M': 3e6,
    '3 mn': 3e6,
    '3 million': 3e6,
    '3bn': 3e9,
    '3 Billion': 3e9,
  }
  for (const [text, figure] of Object.entries(scales)) {
    it(`is as large as its scale says: ${text}`, () => {
      expect(figuresIn(text)).to.deep.equal([figure])
    })
  }

  it('has none where only a word begins like one', () => {
    expect(figuresIn('3 months, 4 kinds, 5 brands, 6 members')).to.deep.equal([3, 4, 5, 6])
  })
})

describe('An amount of money', () => {
  const ways = [
    'USD750',
    '750USD',
    '750 USD',
    'USD 750',
    'US$750',
    '750US$',
    '$750',
    '$ 750',
    '750$',
    '€750',
    'usd750',
  ]
  for (const text of [...ways, 'USD750/month', '(USD750)', 'USD750.', 'USD750.00', '750.00EUR', '~$750']) {
    it(`is read with its currency beside it: ${text}`, () => {
      expect(figuresIn(`It costs ${text}`)).to.deep.equal([750])
    })
  }

  it('is read with a scale as well, or without a zero before its cents', () => {
    expect(figuresIn('USD1.2M, USD705k, $3k, 2.5kUSD')).to.deep.equal([1_200_000, 705_000, 3_000, 2_500])
    expect(figuresIn('$.50, USD.25, or .75 of it; not in setup.50 or 1..50')).to.deep.equal([
      0.5, 0.25, 0.75, 1,
    ])
  })

  it('is read in the way of the continent where that is no other', () => {
    expect(figuresIn('€1.234,50 or 1.234.567,8 EUR')).to.deep.equal([1234.5, 1234567.8])
    expect(figuresIn('1.234, 50')).to.deep.equal([1.234, 50])
  })

  it('is read in a range as well', () => {
    expect(figuresIn('USD750-800, USD750-USD800, $750-$800')).to.deep.equal([750, 800, 750, 800, 750, 800])
  })

  it('is none in the name of something', () => {
    expect(figuresIn('usd750-heron, eur7b, USD750x, plan-USD750, a750USD')).to.deep.equal([])
  })
})

describe('A plain space between figures', () => {
  const read: Readonly<Record<string, readonly number[]>> = {
    '400 150 tokens': [400, 150],
    '250 000 requests, 4 050 tokens, 100 005 in all': [250_000, 4_050, 100_005],
    '1 234 567 tokens, 400 150 300': [1_234_567, 400_150_300],
    '1 750 a month, 12 400 a year': [1_750, 12_400],
    '$400 150, 400 150 USD, USD400 150, 400 150.20, 400 150 million': [
      ...[400_150, 400_150, 400_150, 400_150.2, 400, 150_000_000],
    ],
    '400\u00a0150, 400\u2009150, 400\u202f150 and 400,150': [400_150, 400_150, 400_150, 400_150],
    '400\n150': [400, 150],
  }
  for (const [text, figures] of Object.entries(read)) {
    it(`makes one of them only where something tells so: ${JSON.stringify(text)}`, () => {
      expect(figuresIn(text)).to.deep.equal(figures)
    })
  }

  it('is no invention where either reading was given', () => {
    expect(inventedIn('705 200 requests', [705_200])).to.deep.equal([])
    expect(inventedIn('On day 2 400 requests', [2, 400])).to.deep.equal([])
    expect(inventedIn('705 200 requests', [705])).to.deep.equal([200])
  })

  it('states no amount that only ends another', () => {
    expect([states('It costs 1 750 a month.', 750), states('It costs $400 750.', 750)]).to.deep.equal([
      false,
      false,
    ])
  })
})

describe('An amount among other figures', () => {
  it('is stated wherever it stands', () => {
    expect(states('It was $900, it is $750, it will be $600.', 750)).to.equal(true)
    expect(states('It was $900, it will be $600.', 750)).to.equal(false)
    expect(states('Nothing.', 750)).to.equal(false)
  })
})

describe('A rounded figure', () => {
  it('may be rounded to half a percent of the amount, and no further', () => {
    expect([isRounded(2_000, 2_004), isRounded(2_000, 1_996)]).to.deep.equal([true, false])
    expect([isRounded(200_000, 200_400), isRounded(200_000, 199_600)]).to.deep.equal([true, false])
  })

  it('is the nearest of its kind, up or down', () => {
    expect([isRounded(2_010, 2_014.9), isRounded(2_010, 2_015.1)]).to.deep.equal([true, false])
    expect([isRounded(2_010, 2_005.1), isRounded(2_010, 2_004.9)]).to.deep.equal([true, false])
  })

  it('may be rounded below nothing as well as above', () => {
    expect([isRounded(-2_000, -2_004), isRounded(2_000, -2_004)]).to.deep.equal([true, false])
  })
})

describe('A figure of the language itself', () => {
  it('is invented by nobody: none, one, a dozen months, percent, and what prices are told for', () => {
    expect(inventedIn('0, or 1, or 12, or 100; for 1,000 or 1,000,000', [])).to.deep.equal([])
  })

  it('is invented by nobody who tells it in short, and by whoever is further off', () => {
    expect(inventedIn('$13,652.10 (about $13.7k)', [13_652.1])).to.deep.equal([])
    expect(inventedIn('about $13.8k, or $14k', [13_652.1])).to.deep.equal([13_800, 14_000])
  })

  it('is not any other that looks like one', () => {
    expect(inventedIn('2, or 13, or 99; for 10,000 or 2,000,000', [])).to.deep.equal([
      ...[2, 13, 99, 10_000, 2_000_000],
    ])
  })
})
