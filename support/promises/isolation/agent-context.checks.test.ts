import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ends, starts, thinks, observedRun } from '#testing/observed-run'
import { brokenIn, isLeak, resultOf } from '#testing/checks'
import type { QuestionAndAnswer } from '#promises/shared/answers.checks'
import type { CheckResult } from '#expect/check'
import {
  answeredFromOwnFigures,
  eachHearsAllOfHerOwn,
  nothingRemembered,
  type Recollection,
  type ObservedWork,
} from './agent-context.checks.ts'

describe('Work that is told to whom it belongs', () => {
  const ID = 'each-hears-all-of-her-own'
  const { events } = observedRun([starts('a'), thinks('a'), ends('a')])
  const work = (name: string, more: Partial<ObservedWork> = {}): ObservedWork => ({
    ...{ name, faults: [], own: events, foreign: [], fence: true, record: [1, 2, 3], ...more },
  })
  const look = (...works: readonly ObservedWork[]): Record<string, string> =>
    brokenIn(eachHearsAllOfHerOwn(works))

  it('is told to the last word', () => {
    const works = [work('User 1'), work('User 2')]
    expect(resultOf(eachHearsAllOfHerOwn(works))).to.include({
      status: 'passed',
      observed: 'User 1: all 3 words; User 2: all 3 words',
    })
  })

  const faults: Readonly<Record<string, Partial<ObservedWork>>> = {
    'missed 1 of 3': { own: events.slice(1) },
    'missed 3 of 3': { own: [] },
    'missed 0 of 0, told more than is on record': { record: [] },
    'told more than is on record': { record: [1, 2] },
    'told 2 words that are not hers, like #7 agent_started of a': {
      foreign: ['#7 agent_started of a', '#8 agent_thinking of a'],
    },
    'her line is mute': { fence: false },
  }
  for (const [told, more] of Object.entries(faults)) {
    it(`is found out when one of them has: ${told}; a leak where she was told another's`, () => {
      const works = [work('User 1'), work('User 2', more)]
      expect(look(...works)).to.deep.equal({ [ID]: `User 1: all 3 words; User 2: ${told}` })
      expect(isLeak(eachHearsAllOfHerOwn(works))).to.equal('foreign' in more)
    })
  }

  it('belongs to several: one alone, or nobody, proves nothing', () => {
    expect(look(work('User 1'))).to.have.property(ID)
    expect(look()).to.have.property(ID)
  })
})

const HERON = { workload: 'user1-heron', monthlyCost: 1234.56 }
const EGRET = { workload: 'user2-egret', monthlyCost: 89.75 }

describe('Answers to people who ask the same', () => {
  const ID = 'answered-from-own-figures'
  const exchange = (about: typeof HERON, text: string): QuestionAndAnswer => ({
    question: { text: `What does ${about.workload} cost?`, given: [], ...about },
    ending: { outcome: 'answered', text },
  })
  const RIGHT = exchange(HERON, 'user1-heron costs $1,234.56 a month.')
  const look = (...exchanges: readonly QuestionAndAnswer[]): Record<string, string> =>
    brokenIn(answeredFromOwnFigures(exchanges))
  const answered = (text: string): Record<string, string> => look(RIGHT, exchange(EGRET, text))

  it('are each by her own figures, also by the year, and in whole numbers of any size', () => {
    expect(answered('user2-egret costs $89.75, $1,077 a year, and not $1,235.')).to.deep.equal({})
  })

  const faults: Readonly<Record<string, string>> = {
    'user2-egret is not named': 'It costs $89.75.',
    'its cost, $89.75, is not stated': 'user2-egret costs $98.75.',
    'it names user1-heron': 'user2-egret costs $89.75, and user1-heron more.',
    'it states the cost of user1-heron, $1234.56': 'user2-egret costs $89.75, not $1,234.56.',
  }
  for (const [fault, text] of Object.entries(faults)) {
    it(`are found out when one is such that ${fault}: who was told it, is told`, () => {
      expect(answered(text)).to.deep.equal({ [ID]: `asked about user2-egret: ${fault}` })
      const isAnothers = fault.includes('user1-heron')
      expect(isLeak(answeredFromOwnFigures([RIGHT, exchange(EGRET, text)]))).to.equal(isAnothers)
    })
  }

  it('are found out when the work on one failed, which is no leak', () => {
    const text = 'user2-egret costs $89.75.'
    const failed = { ...exchange(EGRET, text), ending: { outcome: 'failed', text } } as const
    expect(look(RIGHT, failed)).to.deep.equal({ [ID]: 'asked about user2-egret: the work on it failed' })
    expect(isLeak(answeredFromOwnFigures([RIGHT, failed]))).to.equal(false)
  })

  it("are not found out by a cost that is another's and her own alike, also by the year", () => {
    const [alike, twelfth] = [{ ...HERON, workload: 'user3-crane' }, EGRET.monthlyCost / 12]
    expect(look(RIGHT, exchange(alike, 'user3-crane costs $1,234.56.'))).to.deep.equal({})
    const yearly = exchange(
      { workload: 'user4-ibis', monthlyCost: twelfth },
      'user4-ibis: $7.48, $89.75 a year',
    )
    expect(look(exchange(EGRET, 'user2-egret costs $89.75.'), yearly)).to.deep.equal({})
  })

  it("are not found out by a figure near another's cost, nor by one without cents", () => {
    const whole = exchange({ workload: 'user5-stork', monthlyCost: 1300 }, 'user5-stork costs $1,300.')
    const text = 'user2-egret costs $89.75, not $1,234.80 or $1,300.'
    expect(look(RIGHT, whole, exchange(EGRET, text))).to.deep.equal({})
  })

  it('are several: one alone, or none, proves nothing', () => {
    expect(look(RIGHT)).to.deep.equal({ [ID]: '1 people, each by her own figures' })
    expect(look()).to.have.property(ID)
  })
})

describe('What only another one has told the agents', () => {
  const ID = 'nothing-remembered-of-others'
  const asked = (about: typeof HERON, text: string): QuestionAndAnswer => ({
    question: { text: 'What does kestrelx cost a month?', given: [], ...about },
    ending: { outcome: 'answered', text },
  })
  const recollection = (text: string, answer = 'user2-egret costs $89.75.'): Recollection => ({
    asker: 'User 1',
    owner: 'User 2',
    told: observedRun([], { text, question: 'What does kestrelx cost a month?' }),
    others: [EGRET],
    ownersAnswer: asked(EGRET, answer),
  })
  const NOTHING = recollection('I know nothing of it.')
  const look = (...tries: readonly Recollection[]): CheckResult => resultOf(nothingRemembered(tries))

  it('is not known, while its owner is told', () => {
    expect(look(NOTHING, recollection('Nor I.'))).to.include({
      status: 'passed',
      observed: 'asked 2 times: "I know nothing of it."',
      control: 'its owner was told each time, 2 times',
    })
  })

  const faults = [
    ['it names user2-egret', 'You mean user2-egret.', true],
    ['it states the cost of user2-egret, $89.75', 'It costs $89.75.', true],
    ['nobody gave 42, 43', 'It costs $42, or $43.', false],
  ] as const
  for (const [fault, text, leak] of faults) {
    it(`is found out when ${fault}: who asked about whom, is told`, () => {
      const { status, ...told } = look(NOTHING, recollection(text))
      const observed = `User 1 asked about User 2's: ${fault}`
      expect(status).to.equal('failed')
      expect(told).to.have.property('observed').that.includes(observed).and.includes(`; "${text}"`)
      expect(isLeak(nothingRemembered([NOTHING, recollection(text)]))).to.equal(leak)
    })
  }

  it('proves nothing where its owner is not told either: who and why is the control, and no leak', () => {
    const forgotten = recollection('No.', 'It costs $89.75.')
    expect(look(NOTHING, forgotten)).to.include({
      id: `ISO-2.${ID}`,
      status: 'failed',
      control: 'User 2: user2-egret is not named',
    })
    expect(isLeak(nothingRemembered([NOTHING, forgotten]))).to.equal(false)
  })

  it('was asked several times: once, or never, proves nothing', () => {
    expect(look(NOTHING)).to.include({ status: 'failed' })
    expect(look()).to.include({ status: 'failed', observed: 'asked 0 times: ""' })
  })
})
