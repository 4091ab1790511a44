import { describe, it } from 'node:test'
import { expect } from 'chai'
import { SUPERVISOR } from '#contract/observed-run'
import { calls, ends, observedRun, receives, starts, type Word } from '#testing/observed-run'
import type { Received } from './history.ts'
import type { RecordedRun } from './run-order-watch.ts'
import { findOddRecords, findOddWords, findWrongResults } from './run-values.ts'

const PARAMETERS = { steps: [{ title: 'Pilot', weeks: 2 }] }
const RIGHT = { milestones: [{ title: 'Pilot', from_week: 1, to_week: 2 }], total_weeks: 2 }

function recordedRun(words: readonly Word[], connection = 1): RecordedRun {
  const events = observedRun(words).events.map(({ event }) => event)
  return { runId: 'r-1', connection, person: 'Asha', events, fromTheStart: true }
}

describe('What a tool has computed in a run', () => {
  const run = (result: unknown, connection?: number): RecordedRun =>
    recordedRun(
      [starts('r'), calls('r', 'roadmap_builder', PARAMETERS), receives('r', 'roadmap_builder', result)],
      connection,
    )

  it('is looked through on every line, and told once', () => {
    expect(findWrongResults([run(RIGHT)])).to.deep.equal([])
    const wrong = { ...RIGHT, total_weeks: 20 }
    expect(findWrongResults([run(wrong), run(wrong, 2)])).to.deep.equal([
      { text: "in Asha's run r-1, roadmap_builder gives total_weeks: 20 for 2" },
    ])
  })

  it('is not judged by parameters that nobody has heard', () => {
    expect(findWrongResults([recordedRun([receives('r', 'roadmap_builder', {})])])).to.deep.equal([])
  })
})

describe('What agents say on a line', () => {
  it('is told with the line, where it is odd', () => {
    expect(findOddWords([recordedRun([starts(SUPERVISOR, null), starts('data', 'nobody')])])).to.deep.equal([
      { text: "on Asha's line 1, run r-1: #2 agent_started of data is begun by nobody, who is not at work" },
    ])
  })
})

describe('A record of a run', () => {
  const record = {
    ...{ run_id: 'r-1', thread_id: 't-1', status: 'completed', error: null, agents: [SUPERVISOR] },
    ...{ started_at: '2026-01-02T03:04:05Z', finished_at: '2026-01-02T03:04:05Z' },
  }
  const read = (more: object, route = 'GET /api/runs/{id}'): Received => ({
    ...{ person: 'Asha', source: { kind: 'exchange', number: 1 }, part: 'body' },
    ...{ route, text: JSON.stringify({ ...record, ...more }) },
  })
  const runs = [recordedRun([starts(SUPERVISOR, null), ends(SUPERVISOR)])]

  it('is compared with what was told, wherever it was read', () => {
    expect(findOddRecords(runs, [read({})])).to.deep.equal([])
    expect(findOddRecords(runs, [read({ agents: [] }), read({ agents: [] })])).to.deep.equal([
      { text: "Asha's run r-1: does not name supervisor" },
    ])
  })

  it('is nothing else that looks like one', () => {
    expect(findOddRecords(runs, [read({ agents: [] }, 'GET /elsewhere')])).to.deep.equal([])
    expect(findOddRecords(runs, [read({ status: 'lost' })])).to.deep.equal([])
  })
})
