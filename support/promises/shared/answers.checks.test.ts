import { describe, it } from 'node:test'
import { expect } from 'chai'
import { calls, receives, observedRun } from '#testing/observed-run'
import { brokenIn, resultOf } from '#testing/checks'
import {
  groundedAnswer,
  groundedFaults,
  noFigureInvented,
  threadHolds,
  type GroundedQuestion,
  type QuestionAndAnswer,
  type RunEnding,
  type ThreadContent,
} from './answers.checks.ts'

const HERON: GroundedQuestion = {
  text: 'What does asha-1-heron cost a month?',
  ...{ workload: 'asha-1-heron', monthlyCost: 750, given: [250_000] },
}
const RIGHT = 'asha-1-heron costs $750 a month.'
const ending = (text: string, outcome: RunEnding['outcome'] = 'answered'): RunEnding => ({ outcome, text })

describe('A grounded answer', () => {
  it('names the workload and states what it costs', () => {
    expect(groundedFaults(HERON, ending(RIGHT))).to.deep.equal([])
    expect(groundedFaults(HERON, ending(`${HERON.text} ${RIGHT}`))).to.deep.equal([])
    const id = 'answered-from-own-figures'
    expect(brokenIn(groundedAnswer(id, { question: HERON, ending: ending(RIGHT) }))).to.deep.equal({})
  })

  const faults: Readonly<Record<string, RunEnding>> = {
    'the work on it failed': ending(RIGHT, 'failed'),
    'asha-1-heron is not named': ending('Yours costs $750 a month.'),
    'its cost, $750, is not stated': ending('asha-1-heron costs $705 a month.'),
  }
  for (const [fault, given] of Object.entries(faults)) {
    it(`is none when ${fault}: that is told, with its words`, () => {
      expect(groundedFaults(HERON, given)).to.deep.equal([fault])
      const id = 'answered-from-own-figures'
      const broken = brokenIn(groundedAnswer(id, { question: HERON, ending: given }))
      expect(broken).to.deep.equal({ [id]: `${fault}; "${given.text}"` })
    })
  }
})

describe('A cost that is told', () => {
  const question = { ...HERON, monthlyCost: 1187.05 }
  const amounts = [
    ...['$1,187.05', 'US$1,187.05', 'USD 1187.05', '1,187.05 US dollars', '**$1,187**', '1187.05 dollars'],
    ...['USD 1.187,05', '$1 187.05', '`$1,187.05`', '~$1,187.05 USD'],
  ]
  const periods = ['a month', 'per month', '/mo', '/month', 'monthly', 'each month', '(per month)']
  const frames: readonly ((told: string) => string)[] = [
    (told) => `asha-1-heron costs ${told}.`,
    (told) => `Hello! You asked: "${HERON.text}" Gladly.\n\n- asha-1-heron: ${told}\n\nAnything else?`,
    (told) => `| Workload | Cost |\n|---|---|\n| asha-1-heron | ${told} |`,
    (told) => `For **asha-1-heron** that comes to ${told}, or $14,244.60 a year (twelve months).`,
  ]

  it('is right in every usual way of writing it', () => {
    for (const amount of amounts)
      for (const period of periods)
        for (const frame of frames) {
          const text = frame(`${amount}${period.startsWith('/') ? '' : ' '}${period}`)
          expect(groundedFaults(question, ending(text)), text).to.deep.equal([])
        }
  })
})

describe('An answer without an invented figure', () => {
  const ID = 'no-figure-invented'
  const run = observedRun([calls('data', 'costs', { tokens: 550 }), receives('data', 'costs', { usd: 750 })])
  const look = (text: string, ...asked: readonly string[]): Record<string, string> =>
    brokenIn(noFigureInvented(ID, { run: { ...run, text }, asked }))

  it('states what the asker has said, then or before, and what a tool was given or has computed', () => {
    const text = 'At 250,000 requests of 550 tokens it costs $750, 3 times as much.'
    expect(look(text, 'I make 250,000 requests.', 'And 3 times?')).to.deep.equal({})
  })

  it('says how many it has looked at', () => {
    const asked = ['I make 250,000 requests.']
    const text = 'At 250,000 requests it costs $750.'
    const looked = noFigureInvented(ID, { run: { ...run, text }, asked })
    expect(resultOf(looked)).to.include({ status: 'passed', observed: `all 2 were given; "${text}"` })
  })

  it('is found out when it states any other: that one is told', () => {
    expect(look('It costs $750 now, and $820 soon.', 'What?')).to.deep.equal({
      [ID]: 'nobody gave 820; "It costs $750 now, and $820 soon."',
    })
  })

  it('does not take a figure of nobody for one of the asker', () => {
    expect(look('You make 250,000 requests.')).to.have.property(ID)
  })
})

describe('A conversation', () => {
  const asked = (text: string, answer: string): QuestionAndAnswer => ({
    question: { text, workload: 'heron', monthlyCost: 1, given: [] },
    ending: { outcome: 'answered', text: answer },
  })
  const FIRST = asked('What does it cost?', '$1.')
  const SECOND = asked('And twice?', '$2.')
  const ID = 'conversation-holds-both'
  type Messages = ThreadContent['messages']
  const BOTH: Messages = [
    { role: 'user', content: 'What does it cost?' },
    { role: 'assistant', content: '$1.' },
  ]
  const next: Messages = [
    { role: 'user', content: 'And twice?' },
    { role: 'assistant', content: '$2.' },
  ]
  const holds = (exchanges: QuestionAndAnswer[], messages: Messages): Record<string, string> =>
    brokenIn(threadHolds(ID, { exchanges, messages }))

  it('holds what was asked and answered, in this order', () => {
    expect(holds([FIRST], BOTH)).to.deep.equal({})
    expect(holds([FIRST, SECOND], [...BOTH, ...next])).to.deep.equal({})
  })

  const others: Readonly<Record<string, Messages>> = {
    'the answer is missing': BOTH.slice(0, 1),
    'the answer stands there twice': [...BOTH, ...BOTH.slice(1)],
    'the answer comes first': BOTH.toReversed(),
    'something else was said, too': [...BOTH, ...next],
    'the answer was changed': [...BOTH.slice(0, 1), { role: 'assistant', content: '$1' }],
    'the asker is said to have answered': [...BOTH.slice(0, 1), { role: 'user', content: '$1.' }],
    'nothing is there': [],
  }
  for (const [what, messages] of Object.entries(others)) {
    it(`does not hold them when ${what}`, () => {
      const held = messages.map(({ role, content }) => `${role}: ${content}`).join(' | ')
      const counts = messages.length === 2 ? '' : ` (messages: ${messages.length}, not 2)`
      expect(holds([FIRST], messages)).to.deep.equal({ [ID]: (held || 'an empty conversation') + counts })
    })
  }

  it('in which nothing was asked holds no promise', () => {
    expect(holds([], [])).to.deep.equal({ [ID]: 'an empty conversation' })
  })
})
