import { describe, it } from 'node:test'
import { expect } from 'chai'
import { starts, thinks, observedRun } from '#testing/observed-run'
import { brokenIn, isLeak } from '#testing/checks'
import type { QuestionAndAnswer } from './answers.checks.ts'
import { eachIsToldHerOwn, welcomedByToken, type AnsweredWatcher, type Welcome } from './watchers.checks.ts'

describe('Watchers who are all at it', () => {
  const ID = 'each-is-told-her-own'
  const EXCHANGE: QuestionAndAnswer = {
    question: { text: 'What does heron cost?', workload: 'heron', monthlyCost: 12, given: [] },
    ending: { outcome: 'answered', text: 'heron costs $12 a month.' },
  }
  const unnamed = { outcome: 'answered', text: 'It costs $12 a month.' } as const
  const view = (name: string, more: Partial<AnsweredWatcher> = {}): AnsweredWatcher => ({
    name,
    exchange: EXCHANGE,
    own: observedRun([starts('a'), thinks('a')]).events,
    foreign: [],
    fence: true,
    ...more,
  })
  const look = (...views: readonly AnsweredWatcher[]): Record<string, string> =>
    brokenIn(eachIsToldHerOwn(views))

  it('are each told their own story and nothing else', () => {
    expect(look(view('Asha'), view('Bram'))).to.deep.equal({})
  })

  const faults: Readonly<Record<string, Partial<AnsweredWatcher>>> = {
    '0 words, all hers': { own: [] },
    '2 words, heron is not named': { exchange: { ...EXCHANGE, ending: unnamed } },
    '2 words, told 2 words that are not hers, like agent_started of u-2': {
      foreign: ['agent_started of u-2', 'agent_thinking of u-2'],
    },
    '2 words, told 1 words that are not hers, like agent_error of u-3': { foreign: ['agent_error of u-3'] },
    '2 words, her line is mute': { fence: false },
  }
  for (const [told, more] of Object.entries(faults)) {
    it(`are found out when one of them has: ${told}`, () => {
      expect(look(view('Asha'), view('Bram', more))).to.deep.equal({
        [ID]: `Asha: 2 words, all hers; Bram: ${told}`,
      })
    })
  }

  it('are several: one alone proves nothing', () => {
    expect(look(view('Asha'))).to.have.property(ID)
  })
})

describe('Watchers who are welcomed', () => {
  const ID = 'welcomed-by-the-pass'
  const welcome = (name: string, greetedAs: string, subject = greetedAs): Welcome => ({
    name,
    greetedAs,
    subject,
  })
  const look = (...welcomes: readonly Welcome[]): Record<string, string> =>
    brokenIn(welcomedByToken(welcomes))

  it('are each the subject of her own pass', () => {
    expect(look(welcome('Asha', 'u-1'), welcome('Bram', 'u-2'))).to.deep.equal({})
  })

  it('are found out when one is taken for somebody else', () => {
    expect(look(welcome('Asha', 'u-1'), welcome('Bram', 'u-1', 'u-2'))).to.deep.equal({
      [ID]: 'Bram was welcomed as u-1',
    })
  })

  it('are found out when two are the same person', () => {
    expect(look(welcome('Asha', 'u-1'), welcome('Bram', 'u-1'))).to.deep.equal({
      [ID]: '1 people, each by her own pass',
    })
  })

  it('may be told of it in another notation', () => {
    expect(look(welcome('Asha', 'U-1', 'u-1'), welcome('Bram', 'u-2'))).to.deep.equal({})
  })

  const leaks = (...all: readonly Welcome[]): boolean => isLeak(welcomedByToken(all))

  it("are given another's identity where they are welcomed as one of the others, or all as one", () => {
    expect(leaks(welcome('Asha', 'u-1'), welcome('Bram', 'u-1', 'u-2'))).to.equal(true)
    expect(leaks(welcome('Asha', 'demo-user', 'u-1'), welcome('Bram', 'demo-user', 'u-2'))).to.equal(true)
    expect(leaks(welcome('Asha', 'u-2', 'u-1'), welcome('Bram', 'u-1', 'u-2'))).to.equal(true)
    expect(leaks(welcome('Asha', 'u-1'), welcome('Bram', 'u-1'))).to.equal(true)
  })

  it('are given nobody else where none is known, or each has a name of her own', () => {
    for (const nobody of ['anonymous', 'null'])
      expect(leaks(welcome('Asha', nobody, 'u-1'), welcome('Bram', nobody, 'u-2'))).to.equal(false)
    expect(leaks(welcome('Asha', '17', 'u-1'), welcome('Bram', '18', 'u-2'))).to.equal(false)
  })

  it('are several: one alone proves nothing', () => {
    expect(look(welcome('Asha', 'u-1'))).to.have.property(ID)
  })
})
