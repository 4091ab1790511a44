import { ACCESS, isOffered, type AccessById } from '#contract/access'
import { ROUTES } from '#contract/routes'
import { allOf } from '#waiting/all-of'
import { startStopwatch } from '#waiting/deadline'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { BODIES, messagesTo, type AccessWay } from './access-ways.ts'
import { neighboursIn, type Pair } from './crowd.ts'
import { likeButUnknown } from './owned-resources.ts'
import { IsolationState } from './state.ts'
import { isTelling, type TimedPair, type TimedWay } from './telling-times.checks.ts'

/** So many pairs are enough to tell a difference from an accident. */
const PAIRS = 15

/** Routes at which it is tried; where calls are counted at an edge, the first of them only, and no messages. */
const TIMED = [
  ...(['thread', 'messages', 'run', 'runEvents', 'renameThread', 'cancelRun'] as const),
  ...(['deleteThread', 'sendMessage'] as const),
]
const FEW = 3

/** Something that can be tried with an id, and how long its refusal takes, in milliseconds. */
interface Timed extends Pick<AccessById, 'of'> {
  readonly name: string
  readonly take: (asker: Person, id: string) => Promise<number>
}

/**
 * Asks for what is another's and for what does not exist in turns, and looks how long it takes: everybody at her share
 * of the ways, all at the same moment. What seems to take longer is tried once more.
 *
 * @throws {Unexpected}
 */
export async function timeRefusals(
  people: readonly Person[],
  { target, offers }: Scenario,
): Promise<TimedWay[]> {
  const offered = TIMED.filter((name) => isOffered(name, offers))
  const routes = offered.slice(0, target.edgeLimits ? FEW : TIMED.length)
  const [first] = people
  const messages = target.edgeLimits || !first ? [] : messagesTo(first)
  const ways = [...routes.map(byCall), ...messages.map(byMessage)]
  const pairs = neighboursIn(people)
  // Everybody has as many of them as the others; what is done at once takes as long as the slowest of it.
  const timed = pairs.map((pair, index) =>
    timeWays(
      ways.filter((_, place) => place % pairs.length === index),
      pair,
    ),
  )
  return (await allOf(timed)).flat()
}

function byCall(route: (typeof TIMED)[number]): Timed {
  const { name } = ROUTES[route]
  const { of }: AccessById = ACCESS[route]
  const json = BODIES[route]
  const take: Timed['take'] = async ({ http, device }, id) => {
    const token = device.session.accessToken
    return (await http.call(ROUTES[route], { token, id, ...(json ? { json } : {}) })).elapsedMs
  }
  return { name, of, take }
}

function byMessage({ name, of, attempt }: AccessWay): Timed {
  const take: Timed['take'] = async (asker, id) => {
    const elapsed = startStopwatch()
    await attempt(asker, id)
    return elapsed().ms
  }
  return { name, of, take }
}

async function timeWays(ways: readonly Timed[], pair: Pair): Promise<TimedWay[]> {
  const timed: TimedWay[] = []
  for (const way of ways) {
    const first = await timePairs(way, pair)
    const batches = isTelling(first) ? [first, await timePairs(way, pair)] : [first]
    timed.push({ name: way.name, batches })
  }
  return timed
}

/** Each kind comes first as often as last; who looks at something for the first time may wait a little longer. */
async function timePairs({ of, take }: Timed, { asker, owner }: Pair): Promise<TimedPair[]> {
  const foreignId = owner.state.of(IsolationState).owned.get().ids[of]
  const unknownId = likeButUnknown(foreignId)
  for (const id of [unknownId, foreignId]) await take(asker, id)
  const pairs: TimedPair[] = []
  for (let turn = 0; turn < PAIRS; turn += 1) {
    const unknownFirst = turn % 2 === 0 ? await take(asker, unknownId) : undefined
    const foreign = await take(asker, foreignId)
    pairs.push({ foreign, unknown: unknownFirst ?? (await take(asker, unknownId)) })
  }
  return pairs
}
