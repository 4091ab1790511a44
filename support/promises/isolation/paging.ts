import { MessagesAnswer, ThreadsAnswer } from '#contract/answers'
import { LIMITS } from '#contract/limits'
import { ROUTES, type RouteName } from '#contract/routes'
import type { Fact } from '#promises/shared/facts.checks'
import { begin, ownCallsOf, statusFact, type OwnCall } from '#promises/shared/own-calls'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { IsolationState } from './state.ts'
import { sendOwnOddBodies } from './own-odd-bodies.ts'

const { min, max } = LIMITS.pageSize
/** More than a page of ten. */
const MANY = 11
/** Divides no whole list evenly. */
const PAGE = 4

/** Begins many threads, and turns the pages of all that she has. @throws {UnexpectedAnswer} */
export async function turnPages(person: Person, { offers }: Scenario): Promise<Fact[]> {
  const call = ownCallsOf(person)
  const begun: string[] = []
  for (let number = 1; number <= MANY; number++)
    begun.unshift((await begin(person, { title: `${person.marker} plover ${number}` })).id)
  const { ids } = person.state.of(IsolationState).owned.get()
  const facts = await Promise.all([
    pagesOfThreads(call, begun, {}),
    pagesOfThreads(call, begun, { q: `${person.marker} plover` }),
    pagesOfMessages(call, ids.conversation),
    ...(offers.has('run-events-history') ? [recordFrom(call, ids.run), faultyPlaces(call, ids.run)] : []),
    faultyPages(call, ids.conversation),
  ])
  return [...facts.flat(), ...(await sendOwnOddBodies(person))]
}

/** @param begun newest first */
async function pagesOfThreads(
  call: OwnCall,
  begun: readonly string[],
  filter: Readonly<Record<string, string>>,
): Promise<Fact[]> {
  const what = 'q' in filter ? 'what she looks for' : 'all that she has'
  const read = async (limit: number, offset: number): Promise<ThreadsAnswer> => {
    const query = { limit: String(limit), offset: String(offset), ...filter }
    return (await call('listThreads', { query })).must(200, ThreadsAnswer)
  }
  const whole = await read(max, 0)
  const starts = Array.from({ length: Math.ceil(whole.total / PAGE) + 1 }, (_, index) => index * PAGE)
  const pages = await Promise.all(starts.map((offset) => read(PAGE, offset)))
  const ids = idsIn(whole)
  const times = whole.threads.map(({ created_at }) => Date.parse(created_at))
  const newest = { what: 'newest first', wanted: times.toSorted((one, other) => other - one), seen: times }
  return [
    { what: 'how many, on every page', wanted: [ids.length], seen: totalsOf([whole, ...pages]) },
    { what: 'page by page', wanted: ids, seen: pages.flatMap(idsIn) },
    { what: 'where each page begins', wanted: starts, seen: pages.map(({ offset }) => offset) },
    { what: 'how long a page is', wanted: [PAGE], seen: distinct(pages.map(({ limit }) => limit)) },
    { what: 'the newest', wanted: begun.toSorted(), seen: ids.slice(0, MANY).toSorted() },
    newest,
  ].map((fact) => ({ ...fact, what: `${what}: ${fact.what}` }))
}

function idsIn({ threads }: ThreadsAnswer): string[] {
  return threads.map(({ id }) => id)
}

async function pagesOfMessages(call: OwnCall, id: string): Promise<Fact[]> {
  const read = async (query: Record<string, string>): Promise<MessagesAnswer> =>
    (await call('messages', { id, query })).must(200, MessagesAnswer)
  const whole = await read({ limit: String(max) })
  const starts = Array.from({ length: whole.total + 1 }, (_, offset) => offset)
  const pages = await Promise.all(starts.map((offset) => read({ limit: '1', offset: String(offset) })))
  return [
    { what: 'messages, one by one', wanted: whole.messages, seen: pages.flatMap(({ messages }) => messages) },
    { what: 'messages: how many', wanted: [whole.messages.length], seen: totalsOf([whole, ...pages]) },
    { what: 'messages: where each page begins', wanted: starts, seen: pages.map(({ offset }) => offset) },
  ]
}

/** What has happened after a certain place: all of it, some, and nothing. */
async function recordFrom(call: OwnCall, id: string): Promise<Fact[]> {
  const read = async (after?: number): Promise<readonly { sequence: number }[]> => {
    const asked = after === undefined ? {} : { query: { after: String(after) } }
    const { body } = await call('runEvents', { id, ...asked })
    return (body as { events?: readonly { sequence: number }[] }).events ?? []
  }
  const whole = await read()
  const places = [
    0,
    ...whole.map(({ sequence }) => sequence).filter((_, index) => index % 5 === 0),
    1_000_000,
  ]
  return Promise.all(
    places.map(async (place) => ({
      what: `the record after ${place}`,
      wanted: whole.filter(({ sequence }) => sequence > place),
      seen: await read(place),
    })),
  )
}

const NO_LIMITS = [min - 1, max + 1, -1, 'abc']
const NO_PLACES = [-1, 'abc']
const INVALID = 422

/** Pages that there are not; and the longest and the shortest that there are. */
async function faultyPages(call: OwnCall, id: string): Promise<Fact[]> {
  const routes = ['listThreads', 'messages'] as const
  const facts = routes.flatMap((route) => [
    statusesOf(call, route, id, 'limit', NO_LIMITS, INVALID),
    statusesOf(call, route, id, 'offset', NO_PLACES, INVALID),
    statusesOf(call, route, id, 'limit', [min, max], 200),
  ])
  return (await Promise.all(facts)).flat()
}

function faultyPlaces(call: OwnCall, id: string): Promise<Fact[]> {
  return statusesOf(call, 'runEvents', id, 'after', NO_PLACES, INVALID)
}

function statusesOf(
  call: OwnCall,
  ...[route, id, name, values, wanted]: [RouteName, string, string, readonly (string | number)[], number]
): Promise<Fact[]> {
  return Promise.all(
    values.map(async (value) => {
      const answer = await call(route, { id, query: { [name]: String(value) } })
      return statusFact(`${ROUTES[route].name} with ${name} ${value}`, wanted, answer)
    }),
  )
}

function totalsOf(pages: readonly { total: number }[]): number[] {
  return distinct(pages.map(({ total }) => total))
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)]
}
