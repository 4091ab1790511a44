import { describe, it } from 'node:test'
import { expect } from 'chai'
import { runRecord, scenarioRecord } from '#testing/run-record'
import { outcomeOf } from '#testing/outcome'
import { conclude, type RunRecord } from './conclusion.ts'
import { mergeShards, UNKNOWN_COMMIT, type ShardRecord } from './merge-shards.ts'

const WHOLE = ['one', 'two', 'three', 'four', 'five']
const CONTEXT = { id: 'whole', folder: '', reports: 'reports' }
const SCENARIOS = WHOLE.map((title, place) => scenarioRecord({ id: `AUTH-${place + 1}`, title }))
const BROKEN = scenarioRecord({
  ...{ id: 'AUTH-2', title: 'two', status: 'FAILED' },
  outcome: outcomeOf({
    checks: [
      {
        ...{ status: 'failed', id: 'AUTH-1.one-identity-everywhere' },
        ...{ expected: 'in', observed: 'out' },
      },
    ],
  }),
})

function part(index: number, told: Partial<RunRecord> = {}, more: Partial<ShardRecord> = {}): ShardRecord {
  const own = SCENARIOS.filter((_, place) => place % 3 === index - 1)
  const selection = { paths: [], tags: [], names: [] }
  return { ...{ commit: 'c0ffee', index, total: 3, selection }, record: runRecord(own, told), ...more }
}

const PARTS = [part(3), part(1), part(2)]

describe('The shards of a run', () => {
  it('make the record of the whole, in the order of the features', () => {
    const record = mergeShards(PARTS, WHOLE, CONTEXT)
    expect(record.scenarios).to.deep.equal(SCENARIOS)
    expect(record).to.deep.include({ planned: 5, context: CONTEXT, kind: 'local' })
    expect(conclude(record)).to.deep.equal(conclude(runRecord(SCENARIOS)))
  })

  it('make what is broken in one of them broken in the whole', () => {
    const broken = part(2, { scenarios: [BROKEN, ...SCENARIOS.slice(4)] })
    const record = mergeShards([part(1), broken, part(3)], WHOLE, CONTEXT)
    expect(conclude(record).exitCode).to.equal(1)
  })

  it('say why one of them was broken off', () => {
    const refusal = { verdict: 'target-unhealthy', reason: 'the backend is down' } as const
    const record = mergeShards([part(1), part(2, { scenarios: [], refusal }), part(3)], WHOLE, CONTEXT)
    expect(conclude(record).sentence).to.equal('TARGET UNHEALTHY: the backend is down')
  })

  it('took as long as the longest of them, and as much work as all of them', () => {
    const spent = (ms: number, requests = ms): RunRecord['figures'] => ({
      ...{ stackStart: { ms }, scenarios: { ms }, wallBeyondStack: { ms }, suiteCpu: { ms } },
      sent: [{ where: 'elsewhere', requests, mostInAMinute: ms, allowed: 100 }],
    })
    const parts = [1, 2, 3].map((index) => part(index, { figures: spent(index * 10) }))
    const whole = { ...spent(30, 60), suiteCpu: { ms: 60 } }
    expect(mergeShards(parts, WHOLE, CONTEXT).figures).to.deep.equal(whole)
  })

  it('know of a listed failure what one of them has seen', () => {
    const listed = {
      check: 'AUTH-1.one-identity-everywhere',
      target: 'local',
      reason: 'r',
      issue: 'i',
    } as const
    const known = (state: 'expected' | 'not seen') => ({
      atMost: 1,
      list: [{ ...listed, owner: 'Ada', expires: '2026-12-31', state }],
    })
    const parts = PARTS.map((each) => ({
      ...each,
      record: { ...each.record, known: known(each.index === 2 ? 'expected' : 'not seen') },
    }))
    expect(mergeShards(parts, WHOLE, CONTEXT).known).to.deep.equal(known('expected'))
  })
})

describe('Shards that do not belong together', () => {
  const nobody = { commit: UNKNOWN_COMMIT }
  const elsewhere = { selection: { paths: [], tags: ['@auth'], names: [] } }
  const doubled = part(2, { scenarios: SCENARIOS.slice(0, 1) })
  const refused: Record<string, [ShardRecord[], RegExp]> = {
    'are none at all': [[], /^there is nothing to merge/],
    'lack one': [[part(1), part(3)], /^shards 1, 3 are not 1 to 3, once each$/],
    'have one twice': [[part(1), part(2), part(2), part(3)], /^shards 1, 2, 2, 3 are not 1 to 3/],
    'are cut in different ways': [[part(1), part(2), part(3, {}, { total: 4 })], /^shards 1, 2, 3 are not/],
    'are of different commits': [
      [part(1), part(2), part(3, {}, { commit: 'decade' })],
      /^shards of different commits: c0ffee and decade$/,
    ],
    'are of nobody knows what': [[1, 2, 3].map((index) => part(index, {}, nobody)), /^nobody knows/],
    'are of different targets': [
      [part(1), part(2), part(3, { kind: 'staging' })],
      /^shards of different targets: local and staging$/,
    ],
    'are of different selections': [
      [part(1), part(2), part(3, {}, elsewhere)],
      /^shards of different selections/,
    ],
    'have run one scenario twice': [[part(1), doubled, part(3)], /^"one" was run in more than one shard$/],
    'have not run one': [
      [part(1), part(2, { scenarios: SCENARIOS.slice(1, 2) }), part(3)],
      /^"five" was run in no shard$/,
    ],
    'have run what was not selected': [
      [part(1), part(2), part(3, { scenarios: [scenarioRecord({ title: 'six' })] })],
      /^"six" was run, and is none of the 5/,
    ],
  }
  for (const [title, [shards, told]] of Object.entries(refused))
    it(title, () => {
      expect(() => mergeShards(shards, WHOLE, CONTEXT)).to.throw(told)
    })
})
