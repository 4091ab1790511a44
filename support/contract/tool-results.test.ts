import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { PRICES } from './prices.ts'
import { faultsOfResult } from './tool-results.ts'

const USAGE = { requests_per_month: 343_000, input_tokens_per_request: 802, output_tokens_per_request: 334 }
const PLACED = { ...USAGE, model: 'gpt-4o', input_usd_per_million: 1.4, output_usd_per_million: 7 }
const PROFILE = {
  input_tokens_per_month: 275_086_000,
  output_tokens_per_month: 114_562_000,
  tokens_per_month: 389_648_000,
}
const COST = {
  model: 'gpt-4o',
  ...{ input_usd_per_million: 1.4, output_usd_per_million: 7 },
  ...{ cost_usd_per_month: 1187.05, cost_usd_per_year: 14_244.6 },
}
const COMPARISON = {
  present: { model: 'gpt-4o', cost_usd_per_month: 1187.05 },
  alternatives: [
    { model: 'gpt-4o-mini', cost_usd_per_month: 110 },
    { model: 'mistral-small', cost_usd_per_month: 123.75 },
    { model: 'claude-haiku', cost_usd_per_month: 678.32 },
    { model: 'mistral-large', cost_usd_per_month: 1237.54 },
    { model: 'claude-sonnet', cost_usd_per_month: 2543.69 },
  ],
  ...{ cheapest: 'gpt-4o-mini', saving_usd_per_month: 1077.05 },
}
const STEPS = {
  steps: [
    { title: 'Pilot', weeks: 2 },
    { title: 'Review', weeks: 1 },
  ],
}
const ROADMAP = {
  milestones: [
    { title: 'Pilot', from_week: 1, to_week: 2 },
    { title: 'Review', from_week: 3, to_week: 3 },
  ],
  total_weeks: 3,
}

describe('What a tool has computed', () => {
  it('is right by its parameters and the listed prices, and nothing is found', () => {
    expect(faultsOfResult('usage_profile', USAGE, PROFILE)).to.deep.equal([])
    expect(faultsOfResult('cost_calculator', PLACED, COST)).to.deep.equal([])
    expect(faultsOfResult('model_comparison', PLACED, COMPARISON)).to.deep.equal([])
    expect(faultsOfResult('roadmap_builder', STEPS, ROADMAP)).to.deep.equal([])
  })

  it('may say more, list in another order, and be the work of a tool that the contract does not know', () => {
    const alternatives = [...COMPARISON.alternatives].reverse()
    expect(faultsOfResult('model_comparison', PLACED, { ...COMPARISON, alternatives, n: 1 })).to.deep.equal(
      [],
    )
    expect(faultsOfResult('weather', {}, { is: 'fine' })).to.deep.equal([])
  })

  it('rests on the listed price where none was named', () => {
    const listed = { ...USAGE, model: 'gpt-4o' }
    const prices = { input_usd_per_million: 2.5, output_usd_per_million: 10 }
    const right = { model: 'gpt-4o', ...prices, cost_usd_per_month: 1833.34, cost_usd_per_year: 22_000.02 }
    expect(faultsOfResult('cost_calculator', listed, right)).to.deep.equal([])
    const unknown = { ...listed, model: 'gpt-9' }
    const invented = ['it has a price for gpt-9, which is not listed']
    expect(faultsOfResult('cost_calculator', unknown, { ...right, model: 'gpt-9' })).to.deep.equal(invented)
    expect(faultsOfResult('model_comparison', unknown, COMPARISON)).to.deep.equal(invented)
  })

  it('costs nothing less where the present model is the cheapest', () => {
    const cheap = { ...PLACED, input_usd_per_million: 0.1, output_usd_per_million: 0.1 }
    const present = { model: 'gpt-4o', cost_usd_per_month: 38.96 }
    const none = { ...COMPARISON, present, cheapest: 'gpt-4o', saving_usd_per_month: 0 }
    expect(faultsOfResult('model_comparison', cheap, none)).to.deep.equal([])
    expect(faultsOfResult('model_comparison', cheap, { ...none, cheapest: 'gpt-4o-mini' })).to.deep.equal([])
    expect(faultsOfResult('model_comparison', cheap, { ...none, cheapest: 'mistral-large' })).to.deep.equal([
      'cheapest: mistral-large for gpt-4o-mini',
    ])
  })

  const odd: readonly [string, object, unknown, string][] = [
    [
      'usage_profile',
      USAGE,
      { ...PROFILE, tokens_per_month: 389_648 },
      'tokens_per_month: 389648 for 389648000',
    ],
    ['usage_profile', USAGE, { tokens_per_month: 1 }, 'input_tokens_per_month: nothing for 275086000'],
    [
      'cost_calculator',
      PLACED,
      { ...COST, cost_usd_per_year: 1187.05 },
      'cost_usd_per_year: 1187.05 for 14244.65',
    ],
    ['cost_calculator', PLACED, null, 'it gives nothing to be read'],
    ['cost_calculator', { model: 4 }, COST, 'it was not given what it takes'],
    [
      'model_comparison',
      PLACED,
      { ...COMPARISON, saving_usd_per_month: 10_770.5 },
      'saving_usd_per_month: 10770.5 for 1077.05',
    ],
    ['model_comparison', PLACED, { ...COMPARISON, cheapest: 'gpt-4o' }, 'cheapest: gpt-4o for gpt-4o-mini'],
    [
      'model_comparison',
      PLACED,
      { ...COMPARISON, alternatives: COMPARISON.alternatives.slice(1) },
      'not the 5 alternatives',
    ],
    ['roadmap_builder', STEPS, { ...ROADMAP, total_weeks: 4 }, 'total_weeks: 4 for 3'],
    [
      'roadmap_builder',
      STEPS,
      { ...ROADMAP, milestones: [...ROADMAP.milestones].reverse() },
      'title: "Review" for Pilot',
    ],
  ]
  for (const [tool, parameters, result, fault] of odd) {
    it(`is wrong, and that is told: ${tool} gives ${fault}`, () => {
      expect(faultsOfResult(tool, parameters, result)[0]).to.equal(fault)
    })
  }
})

describe('The price catalogue', () => {
  const contract = readFileSync('docs/platform-contract.md', 'utf8')
  const migration = readFileSync('local-stack/backend/migrations/002.do.price-catalogue.sql', 'utf8')
  const readPrices = (text: string, row: RegExp): object =>
    Object.fromEntries(
      [...text.matchAll(row)].map(([, model = '', input, output]) => [
        model,
        { input: Number(input), output: Number(output) },
      ]),
    )

  it('is the one of the contract, and the one that the local stack is seeded with', () => {
    expect(readPrices(contract, /^\| ([a-z][\w-]+) +\| ([\d.]+) +\| ([\d.]+) +\|$/gm)).to.deep.equal(PRICES)
    expect(readPrices(migration, /\('([\w-]+)', ([\d.]+), ([\d.]+)\)/g)).to.deep.equal(PRICES)
  })
})
