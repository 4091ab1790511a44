import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ends, observedRun, reaches, starts, thinks, type Word } from '#testing/observed-run'
import { brokenIn } from '#testing/checks'
import { progressTold } from './progress.checks.ts'

const judge = (...words: readonly Word[]): Record<string, string> =>
  brokenIn(...progressTold(3, observedRun(words)))

describe('The progress of a long task', () => {
  it('is told as it has to be', () => {
    const words = [starts('a'), reaches(10), thinks('a'), reaches(10, 'Still.'), thinks('a'), reaches(90)]
    expect(judge(...words, ends('a'))).to.deep.equal({})
  })

  it('may stand still on the way, when it has come further in the end', () => {
    const words = [reaches(10), thinks('a'), reaches(20), thinks('a'), reaches(20, 'Still.')]
    expect(judge(...words)).to.deep.equal({})
  })

  it('says nothing new in a single word', () => {
    expect(judge(reaches(10))).to.include({
      'progress-says-something-new': '1 different words',
    })
  })

  it('is told too seldom when it is told twice', () => {
    expect(judge(reaches(10), thinks('a'), reaches(90))).to.include({
      'progress-is-told': '2 times',
      'progress-never-falls': '10, 90 %',
      'progress-comes-as-it-happens': '1 times, in p.p',
    })
  })

  it('is told as often as the feature says', () => {
    const words = [reaches(10), thinks('a'), reaches(20), thinks('a'), reaches(90)]
    expect(brokenIn(...progressTold(4, observedRun(words)))).to.deep.equal({ 'progress-is-told': '3 times' })
  })

  it('is missing when nothing of it is told', () => {
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
    it(`is found out when it ${what}, by that check alone`, () => {
      expect(judge(...words)).to.deep.equal(broken)
    })
  }
})
