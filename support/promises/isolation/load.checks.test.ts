import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import type { CheckResult } from '#expect/check'
import { crowdSucceeds, enoughSucceed, faultIn, phasesInBudget, type Passage } from './load.checks.ts'
import { figuresOf, PHASES } from './phases.checks.ts'

const TOOK: Passage['took'] = {
  registers: 100,
  connects: 20,
  'hears the first word': 50,
  'is answered': 2_000,
  'reads back': 10,
}
const QUESTION = { text: 'What does heron cost?', workload: 'heron', monthlyCost: 89.75, given: [] }
const TEXT = 'heron costs $89.75 a month.'
const answered = (text = TEXT, kept: readonly string[] = [QUESTION.text, text]): Passage['end'] => ({
  exchange: { question: QUESTION, ending: { outcome: 'answered', text } },
  kept,
})
const passage = (name: string, more: Partial<Passage> = {}): Passage => ({
  name,
  took: TOOK,
  end: answered(),
  ...more,
})
const failed = (name: string): Passage => passage(name, { took: {}, end: { obstacle: 'it answered 500' } })
const [ONE, TWO, THREE] = [passage('User 1'), passage('User 2'), passage('User 3')]

describe('Somebody who does not come through', () => {
  it('was kept from the next part of her way, which is told', () => {
    expect(faultIn(passage('User 1'))).to.equal(undefined)
    expect(faultIn(failed('User 1'))).to.equal('registers: it answered 500')
    const { registers = 0 } = TOOK
    const end = { obstacle: 'no welcome' }
    expect(faultIn(passage('User 1', { took: { registers }, end }))).to.equal('connects: no welcome')
  })

  const wrong: Readonly<Record<string, Passage['end']>> = {
    'heron is not named': answered('It costs $89.75.'),
    'its cost, $89.75, is not stated': answered('heron is cheap.'),
    'the conversation holds something else': answered(TEXT, [QUESTION.text, 'No.']),
  }
  for (const [fault, end] of Object.entries(wrong)) {
    it(`came through all of it and was served wrongly: ${fault}`, () => {
      expect(faultIn(passage('User 1', { end }))).to.equal(`all of it: ${fault}`)
    })
  }

  it('finds her question and the answer kept, and nothing else', () => {
    for (const kept of [[], [TEXT], [QUESTION.text, TEXT, TEXT]]) {
      expect(faultIn(passage('User 1', { end: answered(TEXT, kept) }))).to.match(/holds something else$/)
    }
  })
})

describe('A crowd that comes through', () => {
  const ID = 'ISO-5.crowd-succeeds'
  const look = (promised: number, ...passages: readonly Passage[]): CheckResult =>
    resultOf(crowdSucceeds(promised, passages))

  it('is everybody where everybody is promised', () => {
    expect(look(1, ONE, TWO)).to.include({
      status: 'passed',
      expected: 'everybody, from the door to the answer',
      observed: '2 of 2; nobody failed',
    })
    expect(look(1, ONE, TWO, THREE, failed('User 4'))).to.include({
      id: ID,
      status: 'failed',
      observed: '3 of 4; User 4 registers: it answered 500',
    })
  })

  it('is the promised share, and no less: who did not is told, and how many more', () => {
    const three = [ONE, TWO, THREE]
    expect(look(0.75, ...three, failed('User 4'))).to.include({
      status: 'passed',
      expected: '75 % at least, from the door to the answer',
    })
    const two = [failed('User 3'), failed('User 4'), failed('User 5')]
    expect(look(0.75, ONE, TWO, ...two)).to.include({
      status: 'failed',
      observed: '2 of 5; User 3 registers: it answered 500 (and 2 more)',
    })
  })

  it('is somebody: nobody at all is not enough, whatever is promised', () => {
    expect(look(0)).to.include({ status: 'failed', observed: '0 of 0; nobody failed' })
    expect(enoughSucceed([], 0)).to.equal(false)
  })
})

describe('Phases of a crowd', () => {
  const ID = 'phases-in-budget'
  const look = (...passages: readonly Passage[]): Record<string, string> => brokenIn(phasesInBudget(passages))

  it('are within their budgets: each is told, with the longest wait of all', () => {
    const slow = passage('User 2', { took: { ...TOOK, 'is answered': 110_000 } })
    const result = resultOf(phasesInBudget([ONE, slow]))
    expect(result).to.include({ status: 'passed' })
    const observed = result.status === 'not-testable' ? '' : result.observed
    expect(observed).to.match(/^registers: p50 100 ms, p95 100 ms, p99 100 ms of 1 min; connects: /)
    expect(observed).to.match(
      /; is answered: p50 2 s, .+ of 2 min; .+; slowest: User 2 is answered, 1\.8 min$/,
    )
  })

  const budgets = {
    registers: 60,
    connects: 15,
    'hears the first word': 15,
    'is answered': 120,
    'reads back': 120,
  }
  for (const [phase, seconds] of Object.entries(budgets)) {
    it(`are found out when somebody is longer than ${seconds} s where she ${phase}: that one alone is told`, () => {
      const within = passage('User 2', { took: { ...TOOK, [phase]: seconds * 990 } })
      expect(look(ONE, within)).to.deep.equal({})
      const late = passage('User 2', { took: { ...TOOK, [phase]: seconds * 1_010 } })
      const { [ID]: observed = '' } = look(ONE, late)
      expect(observed).to.match(new RegExp(`^${phase}: p50 [^;]+; slowest: User 2 ${phase}, [^;]+$`))
    })

    it(`are found out when nobody ${phase}`, () => {
      const others = Object.fromEntries(Object.entries(TOOK).filter(([name]) => name !== phase))
      const { [ID]: observed } = look(passage('User 1', { took: others }))
      expect(observed).to.match(new RegExp(`^nobody ${phase}; slowest: User 1 `))
    })
  }

  it('are found out when nobody came', () => {
    const nobody = PHASES.map((phase) => `nobody ${phase}`).join('; ')
    expect(look()).to.deep.equal({ [ID]: `${nobody}; nobody came through anything` })
  })

  it('are judged by all but the slowest in a hundred', () => {
    const many = Array.from({ length: 199 }, (_, index) => passage(`User ${index}`))
    const late = passage('User 200', { took: { ...TOOK, connects: 16_000 } })
    expect(look(...many, late)).to.deep.equal({})
    expect(look(...many, late, late, late)).to.have.property(ID)
  })
})

describe('Figures of a phase', () => {
  const figures = (...times: readonly number[]): ReturnType<typeof figuresOf> =>
    figuresOf(times.map((connects, index) => passage(`User ${index}`, { took: { connects } })))

  it('are of everybody who came so far, to three figures', () => {
    const times = Array.from({ length: 100 }, (_, index) => (index + 1) * 10)
    const [registers, connects] = figures(...times)
    expect(registers).to.deep.equal({
      phase: 'registers',
      people: 0,
      budgetMs: 60_000,
      longest: 0,
      p50: 0,
      p95: 0,
      p99: 0,
    })
    expect(connects).to.include({ phase: 'connects', people: 100, budgetMs: 15_000, longest: 1_000 })
    expect(connects?.p50).to.be.closeTo(500, 1)
    expect(connects?.p95).to.be.closeTo(950, 1)
    expect(connects?.p99).to.be.closeTo(990, 1)
  })

  it('know also what took no time at all', () => {
    expect(figures(0)[1]).to.include({ people: 1, longest: 0 })
  })
})
