import { describe, it } from 'node:test'
import { expect } from 'chai'
import { calls, receives, observedRun } from '#testing/observed-run'
import { brokenIn, resultOf } from '#testing/checks'
import {
  groundedAnswer,
  groundedFaults,
  noFigureInvented,
  otherAnswer,
  type RunEnding,
  type QuestionAndAnswer,
  type GroundedQuestion,
} from './answers.checks.ts'

const HERON: GroundedQuestion = {
  text: 'What does asha-1-heron cost a month?',
  ...{ workload: 'asha-1-heron', monthlyCost: 750, given: [250_000] },
}
const EGRET: GroundedQuestion = {
  text: 'And what does asha-1-egret cost a month?',
  ...{ workload: 'asha-1-egret', monthlyCost: 900, given: [300_000] },
}
const RIGHT = 'asha-1-heron costs $750 a month.'
const ending = (text: string, outcome: RunEnding['outcome'] = 'answered'): RunEnding => ({ outcome, text })

describe('A grounded answer', () => {
  it('names the workload and states what it costs', async () => {
    expect(groundedFaults(HERON, ending(RIGHT))).to.deep.equal([])
    const id = 'answered-from-own-figures'
    expect(brokenIn(groundedAnswer(id, { question: HERON, ending: ending(RIGHT) }))).to.deep.equal({})
  })

  const faults: Readonly<Record<string, RunEnding>> = {
    'the work on it failed': ending(RIGHT, 'failed'),
    'asha-1-heron is not named': ending('Yours costs $750 a month.'),
    'its cost, $750, is not stated': ending('asha-1-heron costs $705 a month.'),
    'the question is repeated': ending(`${HERON.text} ${RIGHT}`),
  }
  for (const [fault, given] of Object.entries(faults)) {
    it(`is none when ${fault}: that is told, with its words`, async () => {
      expect(groundedFaults(HERON, given)).to.deep.equal([fault])
      const id = 'answered-from-own-figures'
      const broken = brokenIn(groundedAnswer(id, { question: HERON, ending: given }))
      expect(broken).to.deep.equal({ [id]: `${fault}; "${given.text}"` })
    })
  }
})

describe('An answer to another question', () => {
  const ID = 'other-question-other-answer'
  const look = (first: string, second: string, to = EGRET): Record<string, string> => {
    const exchange = (question: GroundedQuestion, text: string): Promise<QuestionAndAnswer> =>
      Promise.resolve({ question, ending: ending(text) })
    return brokenIn(otherAnswer(ID, exchange(HERON, first), exchange(to, second)))
  }

  it('is as right, and is another', async () => {
    expect(look(RIGHT, 'asha-1-egret costs $900 a month.')).to.deep.equal({})
  })

  it('is found out when it is wrong itself', async () => {
    const broken = look(RIGHT, 'asha-1-egret costs $750 a month.')
    expect(broken[ID]).to.match(/^its cost, \$900, is not stated; "/)
  })

  it('is found out when it speaks of the first workload, too', async () => {
    const broken = look(RIGHT, 'asha-1-egret costs $900, and asha-1-heron less.')
    expect(broken[ID]).to.match(/^it speaks of the first workload; "/)
  })

  it('is found out when it is the first answer again, whatever that says', async () => {
    const both = 'asha-1-egret costs $900 a month.'
    const broken = look(both, both)
    expect(broken).to.deep.equal({ [ID]: `it is the same as the first; "${both}"` })
  })
})

describe('An answer without an invented figure', () => {
  const ID = 'no-figure-invented'
  const run = observedRun([calls('data', 'costs', { tokens: 550 }), receives('data', 'costs', { usd: 750 })])
  const look = (text: string, ...asked: readonly string[]): Record<string, string> =>
    brokenIn(noFigureInvented(ID, { run: { ...run, text }, asked }))

  it('states what the asker has said, then or before, and what a tool was given or has computed', async () => {
    const text = 'At 250,000 requests of 550 tokens it costs $750, 3 times as much.'
    expect(look(text, 'I make 250,000 requests.', 'And 3 times?')).to.deep.equal({})
  })

  it('says how many it has looked at', async () => {
    const asked = ['I make 250,000 requests.']
    const text = 'At 250,000 requests it costs $750.'
    const looked = noFigureInvented(ID, { run: { ...run, text }, asked })
    expect(resultOf(looked)).to.include({ status: 'passed', observed: `all 2 were given; "${text}"` })
  })

  it('is found out when it states any other: that one is told', async () => {
    expect(look('It costs $750 now, and $820 soon.', 'What?')).to.deep.equal({
      [ID]: 'nobody gave 820; "It costs $750 now, and $820 soon."',
    })
  })

  it('does not take a figure of nobody for one of the asker', async () => {
    expect(look('You make 250,000 requests.')).to.have.property(ID)
  })
})
