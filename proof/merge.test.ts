import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { merge } from './merge.ts'
import { judge, type ProofRecord } from './report.ts'
import { inShard, NO_COMMIT, type Shard } from './selection.ts'
import type { TrialResult } from './trial.ts'

const CHECKS = ['AUTH-1.a', 'AUTH-2.b', 'CHAT-1.c', 'ISO-1.e', 'LIVE-1.d']
const TRIALS: readonly TrialResult[] = CHECKS.map((check, place) => ({
  ...{ id: `defect-${place}`, wrong: 'It is wrong', reference: 'RFC 1', noticed: true, tried: true },
  ...{ seconds: place, told: 'it is so', named: [check], red: [check] },
}))

interface Seen {
  readonly trials?: readonly TrialResult[]
  readonly commit?: string
  readonly undamaged?: readonly string[]
  readonly isWhole?: boolean
  readonly seconds?: number
}

function record(
  shard: Shard | undefined,
  { trials = TRIALS, commit = 'c0ffee', undamaged = [], isWhole = true, seconds = 60 }: Seen = {},
): ProofRecord {
  const own = shard ? inShard(trials, shard) : trials
  return judge({
    scope: { commit, isWhole, isQuick: false, shard },
    seconds,
    undamaged,
    checks: CHECKS,
    trials: own,
  }).record
}

function part(index: number, seen?: Seen): ProofRecord {
  return record({ index, total: 3 }, seen)
}

/** By name: in which order they were tried is nobody's concern. */
function sorted({ trials, matrix, ...rest }: ProofRecord): object {
  const rows = Object.entries(matrix).map(([check, { named, besides }]) => [
    check,
    named.sort(),
    besides.sort(),
  ])
  return { ...rest, rows, trials: trials.toSorted((one, other) => one.id.localeCompare(other.id)) }
}

describe('The proofs of all shards', () => {
  it('make the proof of the whole', () => {
    const proof = merge([part(3), part(1), part(2)])
    assert.deepEqual([proof.exitCode, sorted(proof.record)], [0, sorted(record(undefined))])
  })

  it('make the same when something has survived in one of them', () => {
    const trials = TRIALS.map((trial) => (trial.id === 'defect-1' ? { ...trial, noticed: false } : trial))
    const proof = merge([part(1, { trials }), part(2, { trials }), part(3, { trials })])
    assert.equal(proof.exitCode, 1)
    const due = record(undefined, { trials })
    assert.deepEqual(sorted(proof.record), sorted(due))
    assert(due.faults.some((fault) => fault.startsWith('AUTH-2.b: no defect turns it red')))
  })

  it('took as long as the longest of them', () => {
    assert.equal(merge([part(1), part(2, { seconds: 90 }), part(3)]).record.seconds, 90)
  })

  it('fail when the undamaged platform was not green in one of them', () => {
    const { exitCode, record: whole } = merge([part(1), part(2), part(3, { undamaged: ['not green'] })])
    assert.deepEqual([exitCode, whole.faults], [1, ['not green']])
  })

  it('are not of the whole when one of them is not', () => {
    assert.equal(merge([part(1), part(2, { isWhole: false }), part(3)]).record.isWhole, false)
  })

  it('may be one proof of the whole', () => {
    assert.deepEqual(merge([record(undefined)]).record, record(undefined))
  })
})

describe('Proofs that do not belong together', () => {
  const unknown = { commit: NO_COMMIT }
  const refused: Record<string, [ProofRecord[], RegExp]> = {
    'are none at all': [[], /^there is nothing to merge/],
    'are of different commits': [
      [part(1), part(2, { commit: 'decade' }), part(3)],
      /^shards of different commits: c0ffee and decade$/,
    ],
    'are of a commit with changes and of one without': [
      [part(1), part(2, { commit: 'c0ffee+changes' }), part(3)],
      /^shards of different commits/,
    ],
    'are of nobody knows what': [[part(1, unknown), part(2, unknown), part(3, unknown)], /^nobody knows/],
    'lack the first shard': [[part(2), part(3)], /^shards 2, 3 are not 1 to 3, once each$/],
    'lack the last shard': [[part(1), part(2)], /^shards 1, 2 are not 1 to 3/],
    'have a shard twice': [[part(1), part(2), part(2)], /^shards 1, 2, 2 are not/],
    'have a shard too many': [[part(1), part(2), part(3), part(3)], /^shards 1, 2, 3, 3 are not/],
    'are cut in different ways': [[part(1), part(2), record({ index: 3, total: 4 })], /are not/],
    'are of the whole, twice': [[record(undefined), record(undefined)], /^shards 1, 1 are not/],
  }
  for (const [title, [records, told]] of Object.entries(refused))
    it(title, () => {
      assert.throws(() => merge(records), { message: told })
    })
})
