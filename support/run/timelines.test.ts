import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Timeline } from '#evidence/timeline'
import type { RecordedRun } from '#monitors/run-order-watch'
import { ends, starts, thinks, observedRun } from '#testing/observed-run'
import { openWorld } from '#testing/world'
import { attachTimelines } from './timelines.ts'

const EVENTS = [starts('supervisor', null), thinks('supervisor'), thinks('supervisor'), ends('supervisor')]

/** So many events of a run, as a connection received them. */
const recording = (runId: string, count: number, person = 'Asha'): RecordedRun => ({
  ...{ runId, person, connection: 1, fromTheStart: true },
  events: observedRun(EVENTS.slice(0, count)).events.map(({ event }) => event),
})

function show(...recordings: readonly RecordedRun[]): {
  files: Record<string, string>
  attached: unknown[][]
} {
  const { world, attached } = openWorld()
  return { files: attachTimelines(world, recordings), attached }
}

const runsIn = (files: Record<string, string>): [string, string][] =>
  (JSON.parse(files['timelines.json'] ?? '[]') as Timeline[]).map(({ run, end }) => [run, end])

describe('The timelines of a scenario', () => {
  it('are a picture of every run, and the data of them all', () => {
    const { files } = show(recording('r-1', 4), recording('r-2', 3, 'Bram'))
    expect(Object.keys(files)).to.deep.equal(['timeline-1.svg', 'timeline-2.svg', 'timelines.json'])
    expect(files['timeline-1.svg']).to.match(/^<svg[^]+Asha[^]+answered/)
    expect(files['timeline-2.svg']).to.match(/^<svg[^]+Bram[^]+seen until/)
    expect(runsIn(files)).to.deep.equal([
      ['r-1', 'answered'],
      ['r-2', 'under way'],
    ])
  })

  it('are attached to the report, each under its own name', () => {
    const { files, attached } = show(recording('r-1', 4), recording('r-2', 3))
    expect(attached.map(([picture, how]) => [String(picture), how])).to.deep.equal(
      ['timeline-1.svg', 'timeline-2.svg'].map((fileName) => [
        files[fileName],
        { mediaType: 'image/svg+xml', fileName },
      ]),
    )
  })

  it('tell a run once, by the connection that received most of it', () => {
    for (const recordings of [
      [recording('r-1', 3), recording('r-1', 4)],
      [recording('r-1', 4), recording('r-1', 3)],
    ]) {
      expect(runsIn(show(...recordings).files)).to.deep.equal([['r-1', 'answered']])
    }
  })

  it('leave out a run of which fewer than three events were received', () => {
    expect(runsIn(show(recording('r-1', 2), recording('r-2', 3)).files)).to.deep.equal([['r-2', 'under way']])
  })

  it('are pictures of the first ten, and the data of all, where there are many', () => {
    const many = Array.from({ length: 12 }, (_, index) => recording(`r-${index}`, 3))
    const { files, attached } = show(...many)
    expect(attached).to.have.lengthOf(10)
    expect(runsIn(files)).to.have.lengthOf(12)
  })

  it('are nothing at all where nothing was told', () => {
    expect(show(recording('r-1', 2))).to.deep.equal({ files: {}, attached: [] })
  })
})
