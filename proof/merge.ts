import { NO_COMMIT } from './selection.ts'
import { judge, type Proof, type ProofRecord } from './report.ts'

/** One proof made of those of all shards. @throws {Error} one line, when they do not belong together */
export function merge(records: readonly ProofRecord[]): Proof {
  const [first] = records
  if (!first) throw new Error('there is nothing to merge: name the folders of the shards')
  const strange = records.find(({ commit }) => commit !== first.commit)
  if (strange) throw new Error(`shards of different commits: ${first.commit} and ${strange.commit}`)
  if (records.length > 1 && first.commit === NO_COMMIT)
    throw new Error(
      'nobody knows whether these shards are of one commit: there was no git where they were made',
    )
  const [total, ...others] = [...new Set(records.map(({ shard }) => shard?.total ?? 1))]
  const indexes = records.map(({ shard }) => shard?.index ?? 1).sort((one, other) => one - other)
  const isComplete = indexes.length === total && indexes.every((index, place) => index === place + 1)
  if (others.length > 0 || !isComplete)
    throw new Error(`shards ${indexes.join(', ')} are not 1 to ${total}, once each`)
  const isWhole = records.every((record) => record.isWhole)
  const isQuick = records.every((record) => record.isQuick)
  return judge({
    scope: { commit: first.commit, isWhole, isQuick, shard: undefined },
    seconds: Math.max(...records.map(({ seconds }) => seconds)),
    undamaged: records.flatMap(({ undamaged }) => undamaged),
    checks: [...new Set(records.flatMap(({ checks }) => checks))].sort(),
    trials: records.flatMap(({ trials }) => trials),
  })
}
