import { describe, it } from 'node:test'
import { expect } from 'chai'
import { calls, ends, receives, starts, thinks, observedRun, type Word } from '#testing/observed-run'
import { brokenIn, resultOf } from '#testing/checks'
import type { ObservedRun } from '#contract/observed-run'
import { milliseconds } from '#waiting/duration'
import {
  firstEventInTime,
  welcomedAsHerself,
  eventsInOrder,
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

  it('is a welcome to the owner of the pass, and nothing else', async () => {
    expect(look()).to.deep.equal({})
    const id = 'welcomed-as-herself'
    expect(look({ type: 'heartbeat' })).to.deep.equal({ [id]: 'heartbeat, to u-1' })
    expect(look({ userId: 'u-2' })).to.deep.equal({ [id]: 'connection_established, to u-2' })
    expect(look({ userId: undefined })).to.have.property(id, 'connection_established, to nobody')
  })
})

describe('The first word of the work', () => {
  const [word] = observedRun(WORDS).events
  const look = (acceptedAt: number): Record<string, string> =>
    brokenIn(
      firstEventInTime(
        milliseconds(500),
        word ? Promise.resolve({ acceptedAt, word }) : Promise.reject(new Error('no word')),
      ),
    )

  it('comes within the promised time of the acceptance', async () => {
    expect(look(510)).to.deep.equal({})
    expect(look(509)).to.deep.equal({
      'first-word-in-time': '#1 agent_started of supervisor after 501 ms',
    })
  })
})

describe('The whole story of a run', () => {
  const judge = (run: ObservedRun): Record<string, string> => brokenIn(...eventsInOrder(run))
  const { events } = observedRun(WORDS)

  it('is in order, numbered from 1, with every kind of word, each once', async () => {
    const results = await Promise.all(eventsInOrder(observedRun(WORDS)).map(make))
    expect(results.map((result) => result.status !== 'not-testable' && result.observed)).to.deep.equal([
      ...['7 words, from #1 agent_started of supervisor to #7 agent_completed of supervisor', '1 to 7'],
      '7 different words',
    ])
    expect(results.filter(({ status }) => status !== 'passed')).to.deep.equal([])
    expect(results[0]).not.to.have.property('hint')
  })

  it('is found out when a kind of word is missing', async () => {
    const mute = WORDS.filter(({ type }) => type !== 'agent_thinking' && !type.startsWith('tool'))
    expect(judge(observedRun(mute))).to.deep.equal({
      [ORDER]: 'no agent_thinking, no tool_executing, no tool_completed',
    })
  })

  it('is found out when it breaks the order; the timeline is the hint', async () => {
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

  it('is found out when it does not begin with its beginning', async () => {
    const broken = judge(observedRun(MIDDLE))
    expect(broken[ORDER]).to.match(/#1 agent_started of data comes before the supervisor starts/)
  })

  it('is found out when a number is left out', async () => {
    const broken = judge({ ...observedRun(WORDS), events: events.toSpliced(2, 1) })
    expect(broken).to.have.property(GAP, '#4 in place of #3')
  })

  it('is found out when its numbers begin later', async () => {
    expect(judge({ ...observedRun(WORDS), events: events.slice(1) })).to.have.property(
      GAP,
      '#2 in place of #1',
    )
  })

  it('is found out when a word comes again', async () => {
    const again = [...events.slice(0, 3), ...events.slice(2)]
    expect(judge({ ...observedRun(WORDS), events: again })).to.include({
      ...{ [GAP]: '#3 in place of #4', [TWICE]: '1 words came again' },
    })
  })

  it('is none when nothing was told', async () => {
    expect(Object.keys(judge(observedRun([])))).to.deep.equal([ORDER, GAP, TWICE])
  })
})
