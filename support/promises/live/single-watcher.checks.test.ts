import { describe, it } from 'node:test'
import { expect } from 'chai'
import { calls, ends, receives, starts, thinks, observedRun, type Word } from '#testing/observed-run'
import { brokenIn, resultOf } from '#testing/checks'
import type { ObservedRun } from '#contract/observed-run'
import { TOLERANCE } from '#contract/promises'
import { NotSeen } from '#expect/seen'
import { milliseconds } from '#waiting/duration'
import {
  eventsInOrder,
  firstEventInTime,
  recordIsWhatWasTold,
  welcomedAsHerself,
  type FirstFrame,
} from './single-watcher.checks.ts'

const MIDDLE = [
  starts('data'),
  thinks('data'),
  calls('data', 'usage'),
  receives('data', 'usage'),
  ends('data'),
]
const WORDS: readonly Word[] = [starts('supervisor', null), ...MIDDLE, ends('supervisor')]
const [ORDER, GAP, TWICE] = ['whole-story-in-order', 'numbered-without-gap', 'nothing-told-twice']

describe('The first word on a line', () => {
  const look = (more: Partial<FirstFrame> = {}): Record<string, string> => {
    const word = { type: 'connection_established', userId: 'u-1', owner: 'u-1' }
    return brokenIn(welcomedAsHerself({ ...word, ...more }))
  }

  it('is a welcome to the owner of the pass, and nothing else', () => {
    expect(look()).to.deep.equal({})
    expect(look({ owner: undefined, userId: 'demo' })).to.deep.equal({})
    const id = 'welcomed-as-herself'
    expect(look({ type: 'heartbeat' })).to.deep.equal({ [id]: 'heartbeat, to u-1' })
    expect(look({ userId: 'u-2' })).to.deep.equal({ [id]: 'connection_established, to u-2' })
    expect(look({ userId: undefined })).to.have.property(id, 'connection_established, to nobody')
  })
})

describe('The first word of the work', () => {
  const look = (ms: number): Record<string, string> => {
    const limit = { promised: milliseconds(500), tolerance: TOLERANCE.near }
    const seen = observedRun(WORDS).events.map(({ event }) => ({ event, took: milliseconds(ms) }))
    return brokenIn(firstEventInTime(limit, seen[0] ?? new NotSeen('absent', 'no word')))
  }

  it('comes within the promised time of the acceptance, as far as can be noticed', () => {
    expect(look(750)).to.deep.equal({})
    expect(look(751)).to.deep.equal({
      'first-word-in-time': '#1 agent_started of supervisor after 751 ms',
    })
  })
})

describe('The whole story of a run', () => {
  const judge = (run: ObservedRun): Record<string, string> => brokenIn(...eventsInOrder(run))
  const { events } = observedRun(WORDS)

  it('is in order, numbered from 1, with every kind of word, each once', () => {
    const results = eventsInOrder(observedRun(WORDS)).map(resultOf)
    expect(results.map((result) => result.status !== 'not-testable' && result.observed)).to.deep.equal([
      '7 words, from #1 agent_started of supervisor to #7 agent_completed of supervisor',
      '1 to 7',
      '7 different words',
    ])
    expect(results.filter(({ status }) => status !== 'passed')).to.deep.equal([])
    expect(results[0]).not.to.have.property('hint')
  })

  it('is found out when a kind of word is missing', () => {
    const mute = WORDS.filter(({ type }) => type !== 'agent_thinking' && !type.startsWith('tool'))
    expect(judge(observedRun(mute))).to.deep.equal({
      [ORDER]: 'no agent_thinking, no tool_executing, no tool_completed',
    })
    // Where tools are not told of, that is no gap in the story.
    expect(brokenIn(...eventsInOrder(observedRun(mute), false))).to.deep.equal({
      [ORDER]: 'no agent_thinking',
    })
  })

  it('is found out when it breaks the order; the timeline is the hint', () => {
    const run = observedRun([...WORDS, thinks('data')])
    const [inOrder] = eventsInOrder(run)
    const result = inOrder && resultOf(inOrder)
    expect(result)
      .to.have.property('observed')
      .that.matches(/^run r-1: #8 agent_thinking of data comes after/)
    expect(result)
      .to.have.property('hint')
      .that.matches(/^the timeline: \+10 ms #1 agent_started of supervisor · .+ · \+80 ms #8 agent_thinking/)
  })

  it('is found out when it does not begin with its beginning', () => {
    const broken = judge(observedRun(MIDDLE))
    expect(broken[ORDER]).to.match(/#1 agent_started of data comes before the supervisor starts/)
  })

  it('is found out when a number is left out', () => {
    const broken = judge({ ...observedRun(WORDS), events: events.toSpliced(2, 1) })
    expect(broken).to.have.property(GAP, '#4 in place of #3')
  })

  it('is found out when its numbers begin later', () => {
    expect(judge({ ...observedRun(WORDS), events: events.slice(1) })).to.have.property(
      GAP,
      '#2 in place of #1',
    )
  })

  it('is found out when a word comes again', () => {
    const again = [...events.slice(0, 3), ...events.slice(2)]
    expect(judge({ ...observedRun(WORDS), events: again })).to.include({
      [GAP]: '#3 in place of #4',
      [TWICE]: '1 words came again',
    })
  })

  it('is none when nothing was told', () => {
    expect(Object.keys(judge(observedRun([])))).to.deep.equal([ORDER, GAP, TWICE])
  })
})

describe('The record of a run', () => {
  const look = (told: readonly object[], recorded: readonly object[]): Record<string, string> =>
    brokenIn(recordIsWhatWasTold({ told, recorded }))
  const [ONE, TWO] = [{ n: 1, what: { a: 'x' } }, { n: 2 }]
  const ID = 'record-is-what-was-told'

  it('is what was told, letter for letter', () => {
    expect(look([ONE, TWO], [{ n: 1, what: { a: 'x' } }, { n: 2 }])).to.deep.equal({})
    expect(look([ONE, TWO], [{ n: 1, what: { a: 'y' } }, TWO])).to.deep.equal({
      [ID]: '2 told, 2 on record; the first that differs is number 1',
    })
  })

  it('has nothing more, nothing less, and something', () => {
    expect(look([ONE], [ONE, TWO])).to.deep.equal({ [ID]: '1 told, 2 on record' })
    expect(look([ONE, TWO], [ONE])).to.have.property(ID)
    expect(look([], [])).to.have.property(ID)
  })
})
