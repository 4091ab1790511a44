import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { ObservedRun } from '#contract/observed-run'
import { ends, reaches, starts, observedRun, type Word } from '#testing/observed-run'
import { brokenIn } from '#testing/checks'
import {
  eachAnsweredAsAsked,
  eachTellsItsOwn,
  toldWhenItHappens,
  type WorkAtOnce,
} from './parallel-runs.checks.ts'

const COURSE: readonly Word[] = [starts('a'), reaches(10), reaches(50), reaches(90), ends('a')]
const ONE = observedRun(COURSE)

/** The same run, some time later, of another conversation. */
const later = ({ events, ...run }: ObservedRun, ms: number, threadId = 't-1'): ObservedRun => ({
  ...run,
  threadId,
  events: events.map(({ at, event }) => ({
    at: at + ms,
    event: { ...event, payload: { ...event.payload, thread_id: threadId } } as typeof event,
  })),
})

describe('Works at the same time', () => {
  const ID = 'each-tells-its-own'
  const judge = (...runs: readonly ObservedRun[]): Record<string, string> => brokenIn(eachTellsItsOwn(runs))

  it('each tell their own progress in their own conversation, whichever began first', () => {
    const other = later(ONE, 30, 't-2')
    expect(judge(ONE, other)).to.deep.equal({})
    expect(judge(other, ONE)).to.deep.equal({})
  })

  it('may be more than two, all at one moment; one alone proves nothing', () => {
    expect(judge(ONE, later(ONE, 15, 't-2'), later(ONE, 30, 't-3'))).to.deep.equal({})
    expect(judge(ONE, later(ONE, 25, 't-2'), later(ONE, 50, 't-3')))
      .to.have.property(ID)
      .that.contains('one after the other')
    expect(judge(ONE)).to.have.property(ID)
  })

  it('are found out when one waits for the other', () => {
    const observed = '10, 50, 90 % and 10, 50, 90 %; one after the other; in the wrong one: nothing'
    const other = later(ONE, 40, 't-2')
    expect(judge(ONE, other)).to.deep.equal({ [ID]: observed })
    expect(judge(other, ONE)).to.deep.equal({ [ID]: observed })
  })

  it('are found out when one of them falls back', () => {
    const back = observedRun([starts('a'), reaches(10), reaches(50), reaches(40), ends('a')])
    expect(judge(ONE, later(back, 5, 't-2'))).to.deep.equal({
      [ID]: '10, 50, 90 % and 10, 50, 40 %; at once; in the wrong one: nothing',
    })
  })

  it('are found out when a word is told in the wrong conversation', () => {
    const { events, ...run } = later(ONE, 5, 't-2')
    const stray = { ...run, events: [...events.slice(0, 3), ...ONE.events.slice(3)] }
    expect(judge(ONE, stray))
      .to.have.property(ID)
      .that.matches(/in the wrong one: #4 .+, #5 .+$/)
  })
})

describe('What is told when it happens', () => {
  const ID = 'told-when-it-happens'

  /** A run whose words arrive so long after they were stamped; the target's clock is ahead of ours. */
  const arriving = (skewMs: number, ...lateMs: readonly number[]): ObservedRun => ({
    ...ONE,
    events: ONE.events.slice(0, lateMs.length).map(({ event }, index) => {
      const at = Date.parse(event.timestamp) - performance.timeOrigin - skewMs + (lateMs[index] ?? 0)
      return { at, event }
    }),
  })
  const judge = (skewMs: number, ...runs: readonly [ObservedRun, ObservedRun]): Record<string, string> =>
    brokenIn(toldWhenItHappens(skewMs, runs))

  it('arrives at most five seconds from its stamp, by a clock that may differ', () => {
    for (const skew of [0, 60_000, -60_000]) {
      expect(judge(skew, arriving(skew, 0, 4_900), arriving(skew, -4_900))).to.deep.equal({})
    }
  })

  it('is found out when a word is late in either work: the worst is told', () => {
    expect(judge(0, arriving(0, 5_500, 0), arriving(0, 6_000, 0))).to.deep.equal({
      [ID]: 'at the worst 6 s late: #1 agent_started of a',
    })
  })

  it('is found out when a word is stamped in the future', () => {
    expect(judge(0, arriving(0, 0), arriving(0, 1_000, -7_000))).to.deep.equal({
      [ID]: 'at the worst 7 s in the future: #2 progress_update of supervisor',
    })
  })

  it('is found out when nothing is told at all', () => {
    expect(judge(0, arriving(0), arriving(0))).to.deep.equal({ [ID]: 'nothing was told' })
  })

  it('is found out by the difference of the clocks alone', () => {
    expect(judge(9_000, arriving(0, 0), arriving(0, 0))).to.have.property(ID)
  })
})

describe('Works at the same time that are answered', () => {
  const work = (workload: string, monthlyCost: number, text: string, kept = [text]): WorkAtOnce => ({
    question: { text: `What does ${workload} cost?`, workload, monthlyCost, given: [] },
    run: { ...ONE, text },
    kept,
  })
  const [HERON, EGRET] = ['heron costs $0 a month.', 'egret costs $12 a month.']
  const judge = (...works: readonly WorkAtOnce[]): string | undefined =>
    brokenIn(eachAnsweredAsAsked(works))['each-answered-as-asked']

  it('are each answered by their own figures', () => {
    expect(judge(work('heron', 0, HERON), work('egret', 12, EGRET))).to.equal(undefined)
  })

  it('are mixed up when one gets the answer of the other, or another is kept', () => {
    const mixed = judge(work('heron', 0, EGRET), work('egret', 12, EGRET))
    expect(mixed).to.contain('asked about heron: heron is not named').and.to.contain('it speaks of egret')
    const kept = judge(work('heron', 0, HERON, [EGRET]), work('egret', 12, EGRET))
    expect(kept).to.equal('asked about heron: another answer is kept')
  })
})
