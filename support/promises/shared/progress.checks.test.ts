import { describe, it } from 'node:test'
import { expect } from 'chai'
import { TOLERANCE } from '#contract/promises'
import type { CheckResult } from '#expect/check'
import { resultOf } from '#testing/checks'
import { after, ends, observedRun, reaches, starts, thinks, type Word } from '#testing/observed-run'
import { milliseconds } from '#waiting/duration'
import { courseOf, neverSilent } from './progress.checks.ts'

describe('The course of progress', () => {
  const course = (...percentages: readonly number[]): ReturnType<typeof courseOf> =>
    courseOf(observedRun(percentages.map((percentage) => reaches(percentage))))

  it('rises when it goes up from first to last, and never down', () => {
    expect(course(10, 10, 90)).to.deep.equal({ observed: '10, 10, 90 %', rises: true })
    expect(course(10, 9, 90)).to.deep.equal({ observed: '10, 9, 90 %', rises: false })
    expect(course(10, 10, 10)).to.deep.equal({ observed: '10, 10, 10 %', rises: false })
  })

  it('takes three steps', () => {
    expect(course(10, 90)).to.deep.equal({ observed: '10, 90 %', rises: false })
    expect(course()).to.deep.equal({ observed: 'no %', rises: false })
  })
})

describe('A task that never leaves its owner without a word', () => {
  const judge = (runs: readonly (readonly Word[])[], tolerance = milliseconds(0)): CheckResult => {
    const between = { promised: milliseconds(900), tolerance }
    return resultOf(
      neverSilent(
        { first: { ...between, promised: milliseconds(800) }, between },
        runs.map((words) => observedRun(words)),
      ),
    )
  }
  const silence = (...runs: (readonly Word[])[]): CheckResult => judge(runs)

  it('may be silent for as long as promised', () => {
    const result = silence([starts('a'), after(900, thinks('a')), after(500, ends('a'))])
    expect(result).to.include({
      status: 'passed',
      expected: 'never more than 900 ms without a word, and a first one within 800 ms',
      observed: '900 ms at the longest, after #1 agent_started of a',
    })
  })

  it('may be heard a little later than it spoke, and no more', () => {
    const late = (ms: number): CheckResult => judge([[after(ms, ends('a'))]], TOLERANCE.near)
    expect(late(1_050)).to.include({ status: 'passed' })
    expect(late(1_051)).to.include({
      status: 'failed',
      expected: 'never more than 900 ms without a word, and a first one within 800 ms',
      observed: '1.1 s at the longest, after the acceptance',
    })
  })

  const silent: Readonly<Record<string, { runs: Word[][]; observed: string }>> = {
    'before the first word': {
      runs: [[after(801, starts('a')), after(850, ends('a'))]],
      observed: '801 ms at the longest, after the acceptance',
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
    it(`is found out when it is silent for longer ${when}`, () => {
      expect(silence(...runs)).to.include({ status: 'failed', observed })
    })
  }

  it('has to be there: no run at all keeps no promise', () => {
    expect(silence()).to.include({ status: 'failed', observed: 'nothing was told' })
    expect(silence([])).to.include({ status: 'failed', observed: 'nothing was told' })
  })
})
