import { describe, it } from 'node:test'
import { expect } from 'chai'
import { after, ends, fails, observedRun, starts } from '#testing/observed-run'
import type { RunAnswer } from './answers.ts'
import { SUPERVISOR } from './observed-run.ts'
import { findRecordFaults } from './run-record.ts'

const RECORD: RunAnswer = {
  ...{ run_id: 'r-1', thread_id: 't-1', status: 'completed', error: null },
  ...{ started_at: '2026-01-02T03:04:05Z', finished_at: '2026-01-02T03:04:10Z' },
  agents: [SUPERVISOR, 'data'],
}
const beginning = [starts(SUPERVISOR, null), starts('data'), ends('data')]
const toldOf = (last: Parameters<typeof after>[1]) => {
  const { events } = observedRun([...beginning, after(4_970, last)])
  return { runId: 'r-1', events: events.map(({ event }) => event), fromTheStart: true }
}
const DONE = toldOf(ends(SUPERVISOR))
const FAILED = toldOf(fails(SUPERVISOR))

describe('The record of a run', () => {
  it('fits what was told, and nothing is found', () => {
    expect(findRecordFaults(RECORD, DONE)).to.deep.equal([])
    expect(findRecordFaults({ ...RECORD, status: 'failed', error: 'No model.' }, FAILED)).to.deep.equal([])
    expect(findRecordFaults({ ...RECORD, status: 'cancelled' }, FAILED)).to.deep.equal([])
    const agents = [SUPERVISOR, 'data'].map((agent_name) => ({ agent_name, status: 'completed' }))
    expect(findRecordFaults({ ...RECORD, agents }, DONE)).to.deep.equal([])
    expect(findRecordFaults({ ...RECORD, agents: agents.slice(1) }, DONE)).to.deep.equal([
      `does not name ${SUPERVISOR}`,
    ])
    const running: RunAnswer = { ...RECORD, status: 'running', finished_at: null, agents: [SUPERVISOR] }
    expect(findRecordFaults(running, DONE)).to.deep.equal([])
  })

  const odd: readonly [string, Partial<RunAnswer>, typeof DONE?][] = [
    ['completed, and finished at no time', { finished_at: null }],
    ['running, and finished at 2026-01-02T03:04:10Z', { status: 'running' }],
    ['completed, with an error', { error: 'No model.' }],
    ['failed, and does not say why', { status: 'failed' }, FAILED],
    ['does not name data', { agents: [SUPERVISOR] }],
    ['names data more often than they were begun', { agents: [SUPERVISOR, 'data', 'data'] }],
    [
      'an agent took part at 2026-01-02T03:04:12Z',
      {
        agents: [
          { agent_name: SUPERVISOR, from: '2026-01-02T03:04:05Z', to: '2026-01-02T03:04:10.900Z' },
          { agent_name: 'data', from: '2026-01-02T03:04:12Z' },
        ],
      },
    ],
    ['names ghost, of whom nothing was told', { agents: [SUPERVISOR, 'data', 'ghost'] }],
    ['it is said to be of another conversation', { thread_id: 't-2' }],
    ['completed, and told as not done', {}, FAILED],
    [
      'started at 1970-01-01T00:00:00Z, first told of at 2026-01-02T03:04:05.010Z',
      { started_at: '1970-01-01T00:00:00Z' },
    ],
    [
      'finished at 2026-01-02T03:04:05Z, last told of at 2026-01-02T03:04:10.000Z',
      { finished_at: '2026-01-02T03:04:05Z' },
    ],
  ]
  for (const [fault, more, told = DONE] of odd) {
    it(`does not fit: ${fault}`, () => {
      expect(findRecordFaults({ ...RECORD, ...more }, told)).to.deep.equal([fault])
    })
  }

  it('is judged by itself where nobody has heard the whole story', () => {
    const finished_at = '2026-01-02T03:04:04Z'
    expect(findRecordFaults({ ...RECORD, finished_at, agents: [] }, undefined)).to.deep.equal([
      'finished before it started',
    ])
  })
})
