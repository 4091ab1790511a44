import { BadSettings } from '#target/environment'
import type { RunRecord } from './conclusion.ts'
import { joinFigures } from './joined-figures.ts'
import type { ListedFailures, ListedState } from './listed-failure.ts'

/** What one machine has run of a whole, as it is kept for whoever puts all of it together. */
export interface ShardRecord {
  /** Of the suite; parts of different ones cannot be put together. */
  readonly commit: string
  /** Which part, from 1, of how many. */
  readonly index: number
  readonly total: number
  /** What all parts together were to run: paths, tags, names. */
  readonly selection: Selection
  readonly record: RunRecord
}

/** What a command line narrows a run down to. */
export interface Selection {
  readonly paths: readonly string[]
  readonly tags: readonly string[]
  readonly names: readonly string[]
}

/** In place of a commit, where the suite has come without its history. */
export const UNKNOWN_COMMIT = 'unknown'

/**
 * One run made of those of all shards.
 *
 * @param whole titles of the scenarios of which each must have been run in exactly one of them
 * @throws {BadSettings} one line, where they do not belong together, or are not the whole
 */
export function mergeShards(
  shards: readonly ShardRecord[],
  whole: readonly string[],
  context: RunRecord['context'],
): RunRecord {
  const [first] = shards
  if (!first) throw new BadSettings('there is nothing to merge: name the folders of the shards')
  const fault = findStranger(first, shards) ?? findGap(first, shards) ?? findUnrun(shards, whole)
  if (fault !== undefined) throw new BadSettings(fault)
  return join(
    shards.toSorted((one, other) => one.index - other.index).map(({ record }) => record),
    whole,
    context,
  )
}

function findStranger(first: ShardRecord, shards: readonly ShardRecord[]): string | undefined {
  const say = (what: string, of: (shard: ShardRecord) => string): string | undefined => {
    const stranger = shards.find((shard) => of(shard) !== of(first))
    return stranger && `shards of different ${what}: ${of(first)} and ${of(stranger)}`
  }
  if (shards.length > 1 && first.commit === UNKNOWN_COMMIT)
    return 'nobody knows whether these shards are of one commit: there was no git where they were made'
  return (
    say('commits', ({ commit }) => commit) ??
    say('targets', ({ record }) => targetOf(record)) ??
    say('selections', ({ selection }) => JSON.stringify(selection))
  )
}

/** A local stack is another on each machine; any other target is known by where it is. */
function targetOf({ kind, health }: RunRecord): string {
  const addresses = kind === 'local' ? [] : (health?.services ?? []).map(({ address }) => address)
  return [kind, ...addresses].join(' ')
}

function findGap({ total }: ShardRecord, shards: readonly ShardRecord[]): string | undefined {
  const indexes = shards.map(({ index }) => index).sort((one, other) => one - other)
  const isWhole =
    shards.every((shard) => shard.total === total) &&
    indexes.length === total &&
    indexes.every((index, place) => index === place + 1)
  return isWhole ? undefined : `shards ${indexes.join(', ')} are not 1 to ${total}, once each`
}

function findUnrun(shards: readonly ShardRecord[], whole: readonly string[]): string | undefined {
  const run = shards.flatMap(({ record }) => record.scenarios.map(({ title }) => title))
  const twice = run.find((title, place) => run.indexOf(title) !== place)
  if (twice !== undefined) return `"${twice}" was run in more than one shard`
  const foreign = run.find((title) => !whole.includes(title))
  if (foreign !== undefined)
    return `"${foreign}" was run, and is none of the ${whole.length} that were selected`
  // What was broken off says why by itself.
  const isBroken = shards.some(({ record }) => record.refusal !== undefined)
  const missing = whole.find((title) => !run.includes(title))
  return isBroken || missing === undefined ? undefined : `"${missing}" was run in no shard`
}

function join(
  records: readonly RunRecord[],
  whole: readonly string[],
  context: RunRecord['context'],
): RunRecord {
  const place = ({ title }: { readonly title: string }): number => whole.indexOf(title)
  const scenarios = records.flatMap((record) => record.scenarios)
  const features = new Map(records.flatMap((record) => record.features).map((each) => [each.uri, each]))
  const healths = records.flatMap(({ health }) => health ?? [])
  return {
    context,
    kind: records[0]?.kind ?? '',
    startedAt: new Date(Math.min(...records.map(({ startedAt }) => startedAt.getTime()))),
    health: healths.find(({ healthy }) => !healthy) ?? healths[0],
    refusal: records.find(({ refusal }) => refusal)?.refusal,
    planned: whole.length,
    features: [...features.values()].sort((one, other) => one.uri.localeCompare(other.uri)),
    scenarios: scenarios.sort((one, other) => place(one) - place(other)),
    strayErrors: records.flatMap(({ strayErrors }) => strayErrors),
    figures: joinFigures(records.map(({ figures }) => figures)),
    known: joinKnown(records.map(({ known }) => known)),
  }
}

/** What one of them has seen of a failure that is listed, all of them have seen. */
function joinKnown(known: readonly ListedFailures[]): ListedFailures {
  const [first = { atMost: 0, list: [] }] = known
  const seen = (check: string): ListedState =>
    known
      .flatMap(({ list }) => list.filter((listed) => listed.check === check))
      .map(({ state }) => state)
      .find((state) => state !== 'not seen') ?? 'not seen'
  return {
    atMost: first.atMost,
    list: first.list.map((listed) => ({ ...listed, state: seen(listed.check) })),
  }
}
