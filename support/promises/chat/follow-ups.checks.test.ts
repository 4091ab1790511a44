import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { GroundedQuestion, QuestionAndAnswer } from '#promises/shared/answers.checks'
import { brokenIn } from '#testing/checks'
import { answeredOnce, otherAnswer, type Repetition } from './follow-ups.checks.ts'

const HERON: GroundedQuestion = {
  text: 'What does asha-1-heron cost a month?',
  ...{ workload: 'asha-1-heron', monthlyCost: 750, given: [250_000] },
}
const EGRET: GroundedQuestion = {
  text: 'And what does asha-1-egret cost a month?',
  ...{ workload: 'asha-1-egret', monthlyCost: 900, given: [300_000] },
}
const RIGHT = 'asha-1-heron costs $750 a month.'

describe('An answer to another question', () => {
  const ID = 'other-question-other-answer'
  const look = (first: string, second: string, to = EGRET): Record<string, string> => {
    const exchange = (question: GroundedQuestion, text: string): QuestionAndAnswer => ({
      question,
      ending: { outcome: 'answered', text },
    })
    return brokenIn(otherAnswer(exchange(HERON, first), exchange(to, second)))
  }

  it('is as right, and is another', () => {
    expect(look(RIGHT, 'asha-1-egret costs $900 a month.')).to.deep.equal({})
  })

  it('is found out when it is wrong itself', () => {
    const broken = look(RIGHT, 'asha-1-egret costs $750 a month.')
    expect(broken[ID]).to.match(/^its cost, \$900, is not stated; "/)
  })

  it('is found out when it speaks of the first workload, too', () => {
    const broken = look(RIGHT, 'asha-1-egret costs $900, and asha-1-heron less.')
    expect(broken[ID]).to.match(/^it speaks of the first workload; "/)
  })

  it('is found out when it is the first answer again, whatever that says', () => {
    const both = 'asha-1-egret costs $900 a month.'
    const broken = look(both, both)
    expect(broken).to.deep.equal({ [ID]: `it is the same as the first; "${both}"` })
  })
})

describe('A message that was sent again and again', () => {
  const ID = 'sent-twice-answered-once'
  const ONCE: Repetition = {
    sendings: 3,
    runs: ['r-1', 'r-1', 'r-1'],
    messages: ['m-1', 'm-1'],
    elsewhere: 0,
    questions: 1,
    answers: 1,
    outcome: 'answered',
    crossed: [],
    fence: true,
  }
  const look = (more: Partial<Repetition> = {}): Record<string, string> =>
    brokenIn(answeredOnce(ID, { ...ONCE, ...more }))

  it('is accepted each time for the same run, and answered once', () => {
    expect(look()).to.deep.equal({})
  })

  const faults: Readonly<Record<string, Partial<Repetition>>> = {
    'accepted 3 times for 2 runs (answered); kept: 1 questions, 1 answers': { runs: ['r-1', 'r-1', 'r-2'] },
    'accepted 2 times for 1 runs (answered); kept: 1 questions, 1 answers': {
      runs: ['r-1', 'r-1'],
    },
    'accepted 4 times for 1 runs (answered); kept: 1 questions, 1 answers': {
      runs: ['r-1', 'r-1', 'r-1', 'r-1'],
    },
    'accepted 3 times for 1 runs (answered); kept: 2 questions, 1 answers': { questions: 2 },
    'accepted 3 times for 1 runs (answered); kept: 1 questions, 2 answers': { answers: 2 },
    'accepted 3 times for 1 runs (answered); kept: 1 questions, 0 answers': { answers: 0 },
    'accepted 3 times for 1 runs (answered); kept: 1 questions, 1 answers, in another conversation 2': {
      elsewhere: 2,
    },
    'accepted 3 times for 1 runs (answered); kept: 1 questions, 1 answers, under 2 names': {
      messages: ['m-1', 'm-2'],
    },
    'accepted 3 times for 1 runs (answered); kept: 1 questions, 1 answers, it has two runs': {
      crossed: ['it has two runs'],
    },
    'accepted 3 times for 1 runs (failed); kept: 1 questions, 1 answers': { outcome: 'failed' },
    'accepted 3 times for 1 runs (answered); kept: 1 questions, 1 answers; her line is mute': {
      fence: false,
    },
  }
  for (const [observed, more] of Object.entries(faults)) {
    it(`is not answered once when it is ${observed}`, () => {
      expect(look(more)).to.deep.equal({ [ID]: observed })
    })
  }
})
