import type { AccessById } from '#contract/access'
import { ACCESS, isOffered } from '#contract/access'
import { ROUTES } from '#contract/routes'
import { allOf } from '#waiting/all-of'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { BODIES } from './access-ways.ts'
import { neighboursIn, type Pair } from './crowd.ts'
import { likeButUnknown } from './owned-resources.ts'
import { IsolationState } from './state.ts'
import { isTelling, type TimedPair, type TimedWay } from './telling-times.checks.ts'

/** So many pairs are enough to tell a difference from an accident. */
const PAIRS = 15

/** Routes at which it is tried; where calls are counted at an edge, the first of them only. */
const TIMED = ['thread', 'messages', 'run', 'runEvents', 'renameThread', 'cancelRun'] as const
const FEW = 3

/**
 * Asks for what is another's and for what does not exist in turns, and looks how long it takes: everybody at her share
 * of the routes, all at the same moment. What seems to take longer is tried once more.
 *
 * @throws {Unexpected}
 */
export async function timeRefusals(
  people: readonly Person[],
  { target, offers }: Scenario,
): Promise<TimedWay[]> {
  const offered = TIMED.filter((name) => isOffered(name, offers))
  const routes = offered.slice(0, target.edgeLimits ? FEW : TIMED.length)
  const pairs = neighboursIn(people)
  // Everybody has as many of them as the others.
  return allOf(routes.map((name, index) => timeWay(name, pairs[index % pairs.length] as Pair)))
}

async function timeWay(route: (typeof TIMED)[number], pair: Pair): Promise<TimedWay> {
  const { name } = ROUTES[route]
  const first = await timePairs(route, pair)
  if (!isTelling(first)) return { name, batches: [first] }
  return { name, batches: [first, await timePairs(route, pair)] }
}

/** Each kind comes first as often as last. */
async function timePairs(route: (typeof TIMED)[number], { asker, owner }: Pair): Promise<TimedPair[]> {
  const { of }: AccessById = ACCESS[route]
  const token = asker.device.session.accessToken
  const taken = async (id: string): Promise<number> => {
    const json = BODIES[route]
    return (await asker.http.call(ROUTES[route], { token, id, ...(json ? { json } : {}) })).elapsedMs
  }
  const foreignId = owner.state.of(IsolationState).owned.get().ids[of]
  const pairs: TimedPair[] = []
  for (let turn = 0; turn < PAIRS; turn += 1) {
    const unknownId = likeButUnknown(foreignId)
    const unknownFirst = turn % 2 === 0 ? await taken(unknownId) : undefined
    const foreign = await taken(foreignId)
    pairs.push({ foreign, unknown: unknownFirst ?? (await taken(unknownId)) })
  }
  return pairs
}
