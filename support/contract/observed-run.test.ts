import { describe, it } from 'node:test'
import { expect } from 'chai'
import {
  calls,
  ends,
  fails,
  misses,
  reaches,
  receives,
  starts,
  thinks,
  observedRun,
  type Word,
} from '#testing/observed-run'
import {
  isTerminal,
  eventLabel,
  progressIn,
  agentSpansIn,
  toolCallsIn,
  type ToolCall,
} from './observed-run.ts'

/** `a 1-3`: who stayed, from which word to which. */
const staysOf = (...words: readonly Word[]): string[] =>
  agentSpansIn(observedRun(words).events).map(
    ({ agent, from, to }) => `${agent} ${from.event.sequence}-${to?.event.sequence ?? 'now'}`,
  )
const usesOf = (...words: readonly Word[]): ToolCall[] => toolCallsIn(observedRun(words).events)

describe('The stays in a run', () => {
  it('last from the start of an agent to its end, in the order in which they began', () => {
    const words = [starts('supervisor', null), starts('a'), starts('b', 'a'), thinks('a'), ends('a')]
    const stays = staysOf(...words, fails('b'), ends('supervisor'))
    expect(stays).to.deep.equal(['supervisor 1-7', 'a 2-5', 'b 3-6'])
  })

  it('say who handed over the work', () => {
    const stays = agentSpansIn(
      observedRun([starts('supervisor', null), starts('a'), starts('b', 'a')]).events,
    )
    expect(stays.map(({ parent }) => parent)).to.deep.equal([null, 'supervisor', 'a'])
  })

  it('have no end while somebody is at work', () => {
    expect(staysOf(starts('a'), starts('b'), ends('a'))).to.deep.equal(['a 1-3', 'b 2-now'])
  })

  it('of two of a name at once end each by itself, the later one first', () => {
    expect(staysOf(starts('a'), starts('a'), ends('a'))).to.deep.equal(['a 1-now', 'a 2-3'])
    expect(staysOf(starts('a'), starts('a'), ends('a'), ends('a'))).to.deep.equal(['a 1-4', 'a 2-3'])
  })

  it('end once: a second end, and the end of somebody who never began, change nothing', () => {
    expect(staysOf(starts('a'), ends('a'), ends('a'), ends('b'))).to.deep.equal(['a 1-2'])
  })
})

describe('A tool that was used in a run', () => {
  it('is told with who used it on what, and what came of it', () => {
    const [use] = usesOf(
      calls('data', 'usage', { month: 1 }),
      thinks('data'),
      receives('data', 'usage', { requests: 7 }),
    )
    const { from, to, ...rest } = use as ToolCall
    const what = { agent: 'data', tool: 'usage', parameters: { month: 1 } }
    expect(rest).to.deep.equal({ ...what, status: 'success', result: { requests: 7 } })
    expect([from.event.sequence, to?.event.sequence]).to.deep.equal([1, 3])
  })

  it('has failed when that was told, and is running as long as nothing was', () => {
    const uses = usesOf(calls('data', 'usage'), calls('data', 'prices'), misses('data', 'usage'))
    expect(uses.map(({ status, result, to }) => [status, result, to?.event.sequence])).to.deep.equal([
      ['error', 'There is none.', 3],
      ['running', undefined, undefined],
    ])
  })

  it('is told in the order of the calls, each call by itself, whichever is over first', () => {
    const uses = usesOf(
      ...[calls('data', 'prices', { of: 'a' }, 't1'), calls('data', 'prices', { of: 'b' }, 't2')],
      ...[receives('data', 'prices', 'second', 't2'), receives('data', 'prices', 'first', 't1')],
    )
    expect(uses.map(({ result }) => result)).to.deep.equal(['first', 'second'])
  })

  it('was called: a result of which no call was told is no use', () => {
    expect(usesOf(receives('data', 'usage'))).to.deep.equal([])
  })
})

describe('The progress in a run', () => {
  it('is every word of it, with when it came', () => {
    const { events } = observedRun([
      starts('supervisor', null),
      reaches(10, 'Begun.'),
      thinks('supervisor'),
      reaches(90),
    ])
    expect(progressIn(events)).to.deep.equal([
      { at: 1_020, percentage: 10, message: 'Begun.' },
      { at: 1_040, percentage: 90, message: 'At 90.' },
    ])
  })
})

describe('The last event of a run', () => {
  const words = [ends('supervisor'), fails('supervisor'), ends('data'), fails('data'), thinks('supervisor')]

  it("is the supervisor's end, in success or in failure, and no other", () => {
    const last = observedRun(words).events.map(({ event }) => isTerminal(event))
    expect(last).to.deep.equal([true, true, false, false, false])
  })

  it('is called by its number, its kind and its agent, as any other', () => {
    const names = observedRun(words).events.map(({ event }) => eventLabel(event))
    expect(names.slice(0, 3)).to.deep.equal([
      '#1 agent_completed of supervisor',
      '#2 agent_error of supervisor',
      '#3 agent_completed of data',
    ])
  })
})
