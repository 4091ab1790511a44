import { DENIAL_CODES, ERRORS } from '#contract/codes'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { waysWithInputs } from './access-inputs.ts'
import { callsTo, messagesTo, type AccessWay } from './access-ways.ts'
import { neighboursIn, pairsOf, type Pair } from './crowd.ts'
import { likeButUnknown } from './owned-resources.ts'
import { IsolationState } from './state.ts'
import type { Reply, Trespass, Trespasses } from './trespass.checks.ts'

/** Everybody tries, in every way, every id of everybody else's, and one that nothing has; then reads her own. */
export async function trespassEverywhere(
  people: readonly Person[],
  { faults }: Scenario,
): Promise<Trespasses> {
  for (const { device } of people)
    for (const code of [ERRORS.notFound, ERRORS.invalid, ...DENIAL_CODES])
      faults.expectErrors(device.connection.number, code)
  const pairs = pairsOf(people)
  const tries = people.map((asker) => {
    const own = pairs.filter((pair) => pair.asker === asker)
    return trespassesOf(
      asker,
      own.map(({ owner }) => owner),
    )
  })
  const usual = (await Promise.all(tries)).flat()
  const unusual = await Promise.all(neighboursIn(people).map(tryInputs))
  return { tries: [...usual, ...unusual.flat()], own: (await Promise.all(people.map(readOwn))).flat() }
}

/** With all that can be sent along: each pair of neighbours tries its share of it. */
async function tryInputs({ asker, owner }: Pair, share: number, pairs: readonly Pair[]): Promise<Trespass[]> {
  const isMine = (_way: AccessWay, index: number): boolean => index % pairs.length === share
  const { byCall, byMessage } = waysWithInputs(owner)
  const tryOne = (way: AccessWay): Promise<Trespass[]> => tryWay(way, asker, [owner])
  const [calls, messages] = await Promise.all([
    Promise.all(byCall.filter(isMine).map(tryOne)),
    inTurn(byMessage.filter(isMine), tryOne),
  ])
  return [...calls, ...messages].flat()
}

/** One person tries, in every way, every id of these. */
export async function trespassesOf(asker: Person, owners: readonly Person[]): Promise<Trespass[]> {
  const tryAll = (way: AccessWay): Promise<Trespass[]> => tryWay(way, asker, owners)
  const [byCall, byMessage] = await Promise.all([
    Promise.all(callsTo(asker).map(tryAll)),
    inTurn(messagesTo(asker), tryAll),
  ])
  return [...byCall, ...byMessage].flat()
}

async function tryWay(
  { attempt, by: _by, ...way }: AccessWay,
  asker: Person,
  owners: readonly Person[],
): Promise<Trespass[]> {
  const unknown = await attempt(asker, likeButUnknown(idsOf(asker)[way.of]))
  return inTurn(owners, async (owner) => {
    const foreign = await attempt(asker, idsOf(owner)[way.of])
    return { asker: asker.name, owner: owner.name, ...way, foreign, unknown }
  })
}

/** What comes of each of the ways that only read, when it is one's own. */
function readOwn(owner: Person): Promise<Reply[]> {
  const reading = [...callsTo(owner), ...messagesTo(owner)].filter(({ reads }) => reads)
  return inTurn(reading, ({ of, attempt }) => attempt(owner, idsOf(owner)[of]))
}

function idsOf({ state }: Person): Readonly<Record<AccessWay['of'], string>> {
  return state.of(IsolationState).owned.get().ids
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await act(item))
  return results
}
