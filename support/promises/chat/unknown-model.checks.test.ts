import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { ObservedRun } from '#contract/observed-run'
import { observedRun } from '#testing/observed-run'
import { brokenIn } from '#testing/checks'
import { notPriced } from './unknown-model.checks.ts'

const question = {
  ...{ text: 'What?', workload: 'stork', monthlyCost: 750, given: [250_000, 400] },
  quantities: [{ amount: 100_000_000, of: 'input tokens', per: 'month' } as const],
}

const COMPUTED = 'stork costs $750.00 a month in US dollars.'

function judge(
  text: string,
  outcome: ObservedRun['outcome'] = 'failed',
  computed = COMPUTED,
): string | undefined {
  const run = observedRun([], { text, outcome })
  const priced = { question, ending: { text: computed, outcome: 'answered' as const } }
  return brokenIn(notPriced({ question, run, priced }))['unknown-model-has-no-price']
}

describe('A model without a price', () => {
  it('is told to have none, however that is said', () => {
    expect(judge('Not done: cost. No price is known for the model gpt-asha-1.')).to.equal(undefined)
    expect(judge('stork uses 100,000,000 input tokens; I do not know what gpt-asha-1 costs.')).to.equal(
      undefined,
    )
  })

  it('is given none, neither by a figure nor in silence', () => {
    expect(judge('I cannot know. It may cost $480.')).to.contain('nobody gave 480')
    expect(judge('I do not know.', 'answered')).to.contain('it is told as done')
    expect(judge('Here you are.')).to.contain('nothing is said not to be known')
  })

  it('is computed with once it has one, by what was said before', () => {
    const told = judge('I do not know.', 'failed', 'Of which workload?')
    expect(told).to.contain('once prices are told, ')
  })
})
