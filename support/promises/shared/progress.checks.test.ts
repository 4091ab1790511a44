import { describe, it } from 'node:test'
import { expect } from 'chai'
import { after, ends, reaches, starts, thinks, observedRun, type Word } from '#testing/observed-run'
import { brokenIn, resultOf } from '#testing/checks'
import { milliseconds } from '#waiting/duration'
import type { CheckResult } from '#expect/check'
import { neverSilent, progressTold } from './progress.checks.ts'

const judge = (...words: readonly Word[]): Record<string, string> =>
  brokenIn(...progressTold(observedRun(words)))

describe('The progress of a long task', () => {
  it('is told as it has to be', async () => {
    const words = [starts('a'), reaches(10), thinks('a'), reaches(10, 'Still.'), thinks('a'), reaches(90)]
    expect(judge(...words, ends('a'))).to.deep.equal({})
  })

  it('may stand still on the way, when it has come further in the end', async () => {
    const words = [reaches(10), thinks('a'), reaches(20), thinks('a'), reaches(20, 'Still.')]
    expect(judge(...words)).to.deep.equal({})
  })

  it('says nothing new in a single word', async () => {
    expect(judge(reaches(10))).to.include({
      'progress-says-something-new': '1 different words',
    })
  })

  it('is told too seldom when it is told twice', async () => {
    expect(judge(reaches(10), thinks('a'), reaches(90))).to.include({
      'progress-is-told': '2 times',
      'progress-never-falls': '10, 90 %',
      'progress-comes-as-it-happens': '1 times, in p.p',
    })
  })

  it('is missing when nothing of it is told', async () => {
    expect(judge(starts('a'), ends('a'))).to.deep.equal({
      'progress-is-told': '0 times',
      'progress-never-falls': 'no %',
      'progress-says-something-new': '0 different words',
      'progress-comes-as-it-happens': '0 times, in ..',
    })
  })

  const apart = (...words: readonly Word[]): Word[] => words.flatMap((word) => [word, thinks('a')])
  const faults: Readonly<Record<string, { words: Word[]; broken: Record<string, string> }>> = {
    'falls on the way': {
      words: apart(reaches(10), reaches(60), reaches(59), reaches(90)),
      broken: { 'progress-never-falls': '10, 60, 59, 90 %' },
    },
    'stands still from first to last': {
      words: apart(reaches(10, 'One.'), reaches(10, 'Two.'), reaches(10, 'Three.')),
      broken: { 'progress-never-falls': '10, 10, 10 %' },
    },
    'says the same again': {
      words: apart(reaches(10, 'On.'), reaches(20, 'Further.'), reaches(90, 'On.')),
      broken: { 'progress-says-something-new': 'again: On.' },
    },
    'is told in one go, when all is done': {
      words: [...apart(reaches(10)), reaches(20), reaches(90), ends('a')],
      broken: { 'progress-comes-as-it-happens': '1 times, in p.pp.' },
    },
  }
  for (const [what, { words, broken }] of Object.entries(faults)) {
    it(`is found out when it ${what}, by that check alone`, async () => {
      expect(judge(...words)).to.deep.equal(broken)
    })
  }
})

describe('A task that never leaves its owner without a word', () => {
  const silence = (...runs: (readonly Word[])[]): CheckResult =>
    resultOf(
      neverSilent(
        'never-silent-for-long',
        milliseconds(900),
        runs.map((words) => observedRun(words)),
      ),
    )

  it('may be silent for as long as promised', async () => {
    const result = await silence([starts('a'), after(900, thinks('a')), after(500, ends('a'))])
    expect(result).to.include({
      status: 'passed',
      expected: 'never more than 900 ms without a word',
      observed: '900 ms at the longest, after #1 agent_started of a',
    })
  })

  const silent: Readonly<Record<string, { runs: Word[][]; observed: string }>> = {
    'before the first word': {
      runs: [[after(901, starts('a')), ends('a')]],
      observed: '901 ms at the longest, after the acceptance',
    },
    'on the way': {
      runs: [[starts('a'), after(950, thinks('a')), after(930, ends('a'))]],
      observed: '950 ms at the longest, after #1 agent_started of a',
    },
    'before the end': {
      runs: [[starts('a'), thinks('a'), after(901, ends('a'))]],
      observed: '901 ms at the longest, after #2 agent_thinking of a',
    },
    'in one run of several': {
      runs: [[starts('a')], [starts('b'), after(901, ends('b'))], [starts('c')]],
      observed: '901 ms at the longest, after #1 agent_started of b',
    },
  }
  for (const [when, { runs, observed }] of Object.entries(silent)) {
    it(`is found out when it is silent for longer ${when}`, async () => {
      expect(await silence(...runs)).to.include({ status: 'failed', observed })
    })
  }

  it('has to be there: no run at all keeps no promise', async () => {
    expect(await silence()).to.include({ status: 'failed' })
  })
})
