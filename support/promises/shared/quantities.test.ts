import { describe, it } from 'node:test'
import { expect } from 'chai'
import { misreadings, speaksOfDollars, type Quantity } from './quantities.ts'

const AMOUNTS: readonly Quantity[] = [
  { amount: 1187.05, of: 'dollars', per: 'month' },
  { amount: 14_244.6, of: 'dollars', per: 'year' },
  { amount: 343_000, of: 'requests', per: 'month' },
  { amount: 275_086_000, of: 'input tokens', per: 'month' },
  { amount: 389_648_000, of: 'tokens', per: 'month' },
]

describe('An amount that is told as what it is', () => {
  const sound = [
    'On gpt-4o it costs $1,187.05 a month, which is $14,244.60 a year.',
    'The monthly cost is $1,187.05 and the yearly cost is $14,244.60.',
    'Yearly cost: $14,244.60; monthly: $1,187.05',
    '**Cost per month:** US$1,187 (about $39 a day)',
    'You pay 1187 USD per month, or 14,245 US dollars per year.',
    '$1,187.05/mo, $14,244.60/yr',
    'It costs $1,187.05, i.e. $14,244.60 per annum.',
    '| Cost (USD/month) | 1,187.05 |\n| Cost (USD/year) | 14,244.60 |',
    'It costs $1,187.05.',
    'It costs $1,187.05 (monthly) and $14,244.60 (yearly).',
    '- **Monthly cost:** $1,187.05\n- **Yearly cost:** $14,244.60\n- **Requests / month:** 343,000',
    'At 343,000 requests each month, $1,187.05 is due every month.',
    'Annually, that is $14,244.60. A month is $1,187.05.',
    'Each day is logged; the bill of $1,187.05 comes monthly.',
    '343,000 requests a month make 275,086,000 input tokens, 389,648,000 tokens in all per month.',
    'It uses 275,086,000 tokens a month for input.',
    'Over a full calendar month it is $1,187.05, down from $2,000 a year.',
    'Per year $14,244.60, that is $1,187.05 in a single month.',
  ]
  for (const text of sound) {
    it(`is not accused: ${text}`, () => {
      expect(misreadings(text, AMOUNTS)).to.deep.equal([])
    })
  }
})

describe('An amount that is told as something else', () => {
  const odd: Readonly<Record<string, string>> = {
    'It costs $1,187.05 a day.': 'by the day',
    'Daily cost: $1,187.05': 'by the day',
    'It costs $1,187.05 per week, all in all.': 'by the week',
    'It costs US$1,187.05/yr': 'by the year',
    'That is $14,244.60 a month.': 'by the month',
    'It costs €1,187.05 a month.': 'in €',
    'It costs EUR 1,187.05 a month.': 'in EUR',
    'It costs 1,187.05 euros a month.': 'in euros',
    'It costs **1,187.05** GBP monthly.': 'in GBP',
    'It costs 1,187.05 cents.': 'in cents',
    'It makes 343,000 requests a day.': 'by the day',
    'It makes 343,000 tokens a month.': 'in tokens',
    'That is $275,086,000 a month.': 'in $',
    'That is 275,086,000 output tokens a month.': 'in output tokens',
  }
  for (const [text, fault] of Object.entries(odd)) {
    it(`is: ${text}`, () => {
      const [first, ...more] = misreadings(text, AMOUNTS)
      expect(first).to.match(new RegExp(`is told ${fault.replace('$', '\\$')}$`))
      expect(more).to.deep.equal([])
    })
  }
})

describe('A text that speaks of dollars', () => {
  it('names them by their sign, their code or their name', () => {
    expect(
      ['It costs $5.', 'It costs 5 USD', 'five dollars', '{"cost_usd":5}'].every(speaksOfDollars),
    ).to.equal(true)
    expect(speaksOfDollars('It costs 5.')).to.equal(false)
  })
})
