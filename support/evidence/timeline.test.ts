import { describe, it } from 'node:test'
import { expect } from 'chai'
import {
  after,
  calls,
  ends,
  fails,
  misses,
  reaches,
  receives,
  starts,
  observedRun,
  type Word,
} from '#testing/observed-run'
import { toTimeline, type Timeline } from './timeline.ts'

const timelineOf = (...words: readonly Word[]): Timeline =>
  toTimeline(
    'r-1',
    'Asha',
    observedRun(words).events.map(({ event }) => event),
  )
const BEGIN = starts('supervisor', null)

describe('A timeline', () => {
  it('tells who worked when, with which tools, since the run began', () => {
    const timeline = timelineOf(
      ...[BEGIN, after(100, starts('data')), after(50, calls('data', 'usage')), reaches(40, 'On.')],
      ...[after(200, receives('data', 'usage')), ends('data'), after(130, ends('supervisor'))],
    )
    expect(timeline).to.deep.equal({
      ...{ run: 'r-1', person: 'Asha', lengthMs: 500, end: 'answered' },
      agents: [
        { name: 'data', from: 100, to: 370, tools: [{ name: 'usage', failed: false, from: 150, to: 360 }] },
      ],
      progress: [{ at: 160, percentage: 40, message: 'On.' }],
    })
  })

  it('tells a tool that failed as such', () => {
    const [data] = timelineOf(
      ...[BEGIN, starts('data'), calls('data', 'usage'), misses('data', 'usage'), ends('data')],
    ).agents
    expect(data?.tools.map(({ failed }) => failed)).to.deep.equal([true])
  })

  it('lasts to the end of what was told, for whoever and whatever has not ended', () => {
    const { agents, lengthMs } = timelineOf(
      ...[BEGIN, starts('data'), calls('data', 'usage'), after(300, reaches(10))],
    )
    expect(lengthMs).to.equal(320)
    expect(agents).to.deep.equal([
      { name: 'data', from: 10, to: 320, tools: [{ name: 'usage', failed: false, from: 20, to: 320 }] },
    ])
  })

  it('gives every stretch of work the tools that were used in it, by that agent', () => {
    const { agents } = timelineOf(
      ...[BEGIN, starts('a'), starts('b'), calls('a', 'one'), calls('b', 'two'), receives('b', 'two')],
      ...[receives('a', 'one'), ends('a'), starts('a'), calls('a', 'one', {}, 't9')],
      ...[receives('a', 'one', {}, 't9'), ends('a'), ends('b'), ends('supervisor')],
    )
    const spans = agents.map(({ name, tools }) => [name, tools.map(({ name: tool, from }) => [tool, from])])
    expect(spans).to.deep.equal([
      ['a', [['one', 30]]],
      ['b', [['two', 40]]],
      ['a', [['one', 90]]],
    ])
  })

  it('shows also a tool whose end is told after the end of its agent, or never', () => {
    const { agents } = timelineOf(
      ...[BEGIN, starts('a'), calls('a', 'late'), calls('a', 'lost'), ends('a'), receives('a', 'late')],
      ...[starts('a'), calls('a', 'own'), receives('a', 'own'), ends('a'), ends('supervisor')],
    )
    const tool = (name: string, from: number, to: number): object => ({ name, failed: false, from, to })
    expect(agents).to.deep.equal([
      { name: 'a', from: 10, to: 40, tools: [tool('late', 20, 50), tool('lost', 30, 100)] },
      { name: 'a', from: 60, to: 90, tools: [tool('own', 70, 80)] },
    ])
  })

  it('shows a tool with whoever used it last when nobody was at work, and once', () => {
    const { agents } = timelineOf(
      ...[BEGIN, calls('a', 'early'), starts('a'), ends('a'), starts('b'), starts('a'), after(0, ends('a'))],
      ...[starts('a'), calls('a', 'second'), ends('a'), calls('a', 'stray'), calls('b', 'own')],
    )
    const shown = agents.map(({ name, tools }) => [name, tools.map((tool) => tool.name)])
    expect(shown).to.deep.equal([
      ...[
        ['a', ['early']],
        ['b', ['own']],
        ['a', []],
      ],
      ['a', ['second', 'stray']],
    ])
  })

  it('gives a tool to the stretch of work that was not over, whichever began last', () => {
    const { agents } = timelineOf(
      ...[BEGIN, starts('a'), starts('a'), calls('a', 'inner'), ends('a'), calls('a', 'outer')],
    )
    expect(agents.map(({ tools }) => tools.map(({ name }) => name))).to.deep.equal([['outer'], ['inner']])
  })

  const stories: Readonly<Record<string, { words: Word[]; end: Timeline['end'] }>> = {
    'was answered': { words: [BEGIN, ends('supervisor')], end: 'answered' },
    failed: { words: [BEGIN, fails('supervisor')], end: 'failed' },
    "is told as far as an agent's end": { words: [BEGIN, starts('a'), ends('a')], end: 'under way' },
    "is told as far as an agent's failure": { words: [BEGIN, starts('a'), fails('a')], end: 'under way' },
    "is told as far as the supervisor's progress": { words: [BEGIN, reaches(10)], end: 'under way' },
    'is not told at all': { words: [], end: 'under way' },
  }
  for (const [what, { words, end }] of Object.entries(stories)) {
    it(`of a run that ${what} is ${end}`, () => {
      expect(timelineOf(...words).end).to.equal(end)
    })
  }

  it('of nothing is empty', () => {
    expect(timelineOf()).to.include({ lengthMs: 0 }).and.to.deep.include({ agents: [], progress: [] })
  })
})
