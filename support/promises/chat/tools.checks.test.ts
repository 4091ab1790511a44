import { describe, it } from 'node:test'
import { expect } from 'chai'
import { calls, misses, receives, observedRun, type Word } from '#testing/observed-run'
import { brokenIn } from '#testing/checks'
import { answerRestsOn, toolsCompute, type ToolQuestion } from './tools.checks.ts'

const QUESTION: ToolQuestion = {
  ...{ text: 'What does it cost?', workload: 'asha-1-heron', monthlyCost: 750.25 },
  given: [250_000, 400, 150, 2.5, 10],
  facts: { requests: 250_000, inputTokens: 400, outputTokens: 150 },
}
const OWN = { workload: 'asha-1-heron', requests: 250_000, tokens: [400, 150], price: 'at $2.5' }
const [ON_OWN, RIGHTLY, RESTS] = [
  'tools-compute-on-own-figures',
  'tools-compute-rightly',
  'answer-rests-on-tools',
]

const uses = (tool: string, parameters: unknown, result: unknown): Word[] => [
  calls('data', tool, parameters),
  receives('data', tool, result),
]
const USAGE = uses('usage', OWN, { tokens: 137_500_000 })
const COSTS = uses('costs', OWN, { usd: 750.25 })

const computing = (...words: readonly Word[]): Record<string, string> =>
  brokenIn(...toolsCompute(2, QUESTION, observedRun(words)))
const resting = (text: string, ...words: readonly Word[]): Record<string, string> =>
  brokenIn(answerRestsOn(QUESTION, observedRun(words, { text })))

describe('Tools that compute on own figures', () => {
  it('are two that worked for the workload with its figures, whatever is done for others', () => {
    expect(computing(...USAGE, ...COSTS, ...uses('clock', { zone: 7 }, '12'))).to.deep.equal({})
  })

  it('may be helped by others that look something up', () => {
    const looked = uses('lookup', { workload: 'asha-1-heron', most: 7 }, { replicas: 37 })
    expect(computing(...looked, ...USAGE, ...COSTS)).to.deep.equal({})
    expect(computing(...looked, ...COSTS)).to.have.property(ON_OWN)
    expect(resting('137.5 million tokens for $750.25', ...looked, ...USAGE, ...COSTS)).to.deep.equal({})
  })

  it('are as many as the feature says', () => {
    expect(brokenIn(...toolsCompute(3, QUESTION, observedRun([...USAGE, ...COSTS])))).to.deep.equal({
      [ON_OWN]: 'usage, costs for asha-1-heron',
    })
  })

  const faults: Readonly<Record<string, { words: Word[]; observed: string }>> = {
    'one tool alone did, twice': {
      words: [...COSTS, calls('data', 'costs', OWN, 't2'), receives('data', 'costs', { usd: 750.25 }, 't2')],
      observed: 'costs for asha-1-heron',
    },
    'one of two failed': {
      words: [...COSTS, calls('data', 'usage', OWN), misses('data', 'usage')],
      observed: 'costs for asha-1-heron',
    },
    'one of two never came to an end': {
      words: [...COSTS, calls('data', 'usage', OWN)],
      observed: 'costs for asha-1-heron',
    },
    'one of two was asked about another workload': {
      words: [...COSTS, ...uses('usage', { ...OWN, workload: 'bram-2-heron' }, 1)],
      observed: 'costs for asha-1-heron',
    },
    'a figure is missing': {
      words: [...COSTS, ...uses('usage', { ...OWN, tokens: 400 }, 1)],
      observed: 'costs, usage for asha-1-heron; usage was given 250000, 400, 2.5',
    },
    'a figure is foreign': {
      words: [...COSTS, ...uses('usage', { ...OWN, price: 99 }, 1)],
      observed: 'costs, usage for asha-1-heron; usage was given 250000, 400, 150, 99',
    },
    'no tool was used': { words: [], observed: 'no tool for asha-1-heron' },
  }
  for (const [what, { words, observed }] of Object.entries(faults)) {
    it(`are found out when ${what}`, () => {
      expect(computing(...words)).to.have.property(ON_OWN, observed)
    })
  }
})

describe('Tools that compute rightly', () => {
  it('state the cost somewhere in a result, also in words, or rounded as a person would', () => {
    for (const result of [{ tokens: 9, a: [{ usd: 750.25 }] }, 'about $750 a month', { usd: '750.25' }]) {
      expect(computing(...USAGE, ...uses('costs', OWN, result))).to.deep.equal({})
    }
  })

  it('are found out when every result is wrong: what they computed is told', () => {
    expect(computing(...USAGE, ...uses('costs', OWN, { usd: 705.25 }))).to.deep.equal({
      [RIGHTLY]: 'usage: 137500000; costs: 705.25',
    })
  })

  it('are found out when the right figure only went in, or came of a tool that failed', () => {
    const broken = computing(calls('data', 'costs', { ...OWN, usd: 750.25 }), misses('data', 'costs'))
    expect(broken).to.have.property(RIGHTLY, 'no tool has computed anything')
  })
})

describe('An answer that rests on tools', () => {
  it('states something of what each of them computed', () => {
    const text = 'With 137.5 million tokens it costs $750.25.'
    expect(resting(text, ...USAGE, ...COSTS)).to.deep.equal({})
  })

  it('is found out when it states nothing of one of them: that one is told', () => {
    expect(resting('It costs $750.25.', ...USAGE, ...COSTS)).to.deep.equal({
      [RESTS]: "nothing of usage's 137500000",
    })
  })

  it('is found out when all that it states of a tool was given to it, or is nothing', () => {
    const echo = uses('usage', OWN, { requests: 250_000, saved: 0 })
    expect(resting('With 250,000 requests it costs $750.25 and saves $0.', ...echo, ...COSTS)).to.deep.equal({
      [RESTS]: "nothing of usage's ",
    })
  })

  it('rests on two of them: one is not enough', () => {
    const broken = resting('It costs $750.25.', ...COSTS)
    expect(broken).to.deep.equal({ [RESTS]: 'something of each: costs' })
  })

  it('need not tell what a tool was tried with before', () => {
    const before = uses('costs', OWN, { usd: 812.5 })
    expect(
      resting('With 137.5 million tokens it costs $750.25.', ...USAGE, ...before, ...COSTS),
    ).to.deep.equal({})
  })

  it('has nothing to do with a tool that failed', () => {
    const lost = [calls('data', 'ledger', OWN), misses('data', 'ledger')]
    const text = 'With 137.5 million tokens it costs $750.25.'
    expect(resting(text, ...USAGE, ...lost, ...COSTS)).to.deep.equal({})
  })

  it('states amounts by the period that a tool names', () => {
    const SAVING = uses('model_comparison', OWN, { best: { saving_usd_per_month: 311.4 } })
    const saying = (words: string): Record<string, string> =>
      resting(`137.5 million tokens for $750.25 a month; ${words}.`, ...USAGE, ...COSTS, ...SAVING)
    expect(saying('$311.40 a month less')).to.deep.equal({})
    expect(saying('$311.40 a month less, $3,736.80 less every year')).to.deep.equal({})
    expect(saying('$311.40 a year less')[RESTS]).to.match(/^311.4 dollars a month is told by the year;/)
  })
})
