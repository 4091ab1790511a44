import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import {
  answeredOnce,
  threadHolds,
  type QuestionAndAnswer,
  type Repetition,
  type SaidMessage,
} from './answers.checks.ts'

const asked = (text: string, answer: string): QuestionAndAnswer => ({
  question: { text, workload: 'heron', monthlyCost: 1, given: [] },
  ending: { outcome: 'answered', text: answer },
})
const FIRST = asked('What does it cost?', '$1.')
const SECOND = asked('And twice?', '$2.')

describe('A conversation', () => {
  const ID = 'conversation-holds-both'
  const BOTH: SaidMessage[] = [
    { role: 'user', content: 'What does it cost?' },
    { role: 'assistant', content: '$1.' },
  ]
  const next: SaidMessage[] = [
    { role: 'user', content: 'And twice?' },
    { role: 'assistant', content: '$2.' },
  ]
  const holds = (exchanges: QuestionAndAnswer[], messages: SaidMessage[]): Record<string, string> =>
    brokenIn(threadHolds(ID, { exchanges, messages }))

  it('holds what was asked and answered, in this order', async () => {
    expect(holds([FIRST], BOTH)).to.deep.equal({})
    expect(holds([FIRST, SECOND], [...BOTH, ...next])).to.deep.equal({})
  })

  const others: Readonly<Record<string, SaidMessage[]>> = {
    'the answer is missing': BOTH.slice(0, 1),
    'the answer stands there twice': [...BOTH, ...BOTH.slice(1)],
    'the answer comes first': BOTH.toReversed(),
    'something else was said, too': [...BOTH, ...next],
    'the answer was changed': [...BOTH.slice(0, 1), { role: 'assistant', content: '$1' }],
    'the asker is said to have answered': [...BOTH.slice(0, 1), { role: 'user', content: '$1.' }],
    'nothing is there': [],
  }
  for (const [what, messages] of Object.entries(others)) {
    it(`does not hold them when ${what}`, async () => {
      const broken = holds([FIRST], messages)
      const told = messages.map(({ role, content }) => `${role}: ${content}`).join(' | ')
      expect(broken).to.deep.equal({ [ID]: told || 'an empty conversation' })
    })
  }

  it('in which nothing was asked holds no promise', async () => {
    expect(holds([], [])).to.deep.equal({ [ID]: 'an empty conversation' })
  })
})

describe('A message that was sent again and again', () => {
  const ID = 'sent-twice-answered-once'
  const ONCE: Repetition = {
    ...{ acceptances: 3, runs: ['r-1', 'r-1', 'r-1'] },
    ...{ questions: 1, answers: 1, outcome: 'answered' },
  }
  const look = (more: Partial<Repetition> = {}): Record<string, string> =>
    brokenIn(answeredOnce(ID, { ...ONCE, ...more }))

  it('is accepted each time for the same run, and answered once', async () => {
    expect(look()).to.deep.equal({})
  })

  const faults: Readonly<Record<string, Partial<Repetition>>> = {
    'accepted 3 times for 2 runs (answered); kept: 1 questions, 1 answers': { runs: ['r-1', 'r-1', 'r-2'] },
    'accepted 2 times for 1 runs (answered); kept: 1 questions, 1 answers': {
      acceptances: 2,
      runs: ['r-1', 'r-1'],
    },
    'accepted 4 times for 1 runs (answered); kept: 1 questions, 1 answers': { acceptances: 4 },
    'accepted 3 times for 1 runs (answered); kept: 2 questions, 1 answers': { questions: 2 },
    'accepted 3 times for 1 runs (answered); kept: 1 questions, 2 answers': { answers: 2 },
    'accepted 3 times for 1 runs (answered); kept: 1 questions, 0 answers': { answers: 0 },
    'accepted 3 times for 1 runs (failed); kept: 1 questions, 1 answers': { outcome: 'failed' },
  }
  for (const [observed, more] of Object.entries(faults)) {
    it(`is not answered once when it is ${observed}`, async () => {
      expect(look(more)).to.deep.equal({ [ID]: observed })
    })
  }
})
