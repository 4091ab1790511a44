import type { Person } from '#world/person'
import { pairsOf } from './crowd.ts'
import type { Listing } from './listings.checks.ts'
import { QUAINT } from './owned-resources.ts'
import { IsolationState } from './state.ts'

type Searched = Omit<Listing, 'ids' | 'total'>
type Query = Readonly<Record<string, string>>

/** With each search: from the beginning, from further on, and one at a time. */
const FURTHER: readonly Query[] = [{}, { offset: '1' }, { limit: '1', offset: '1' }, { limit: '1' }]
/** What a careless search takes for a pattern; nothing holds it as it stands. */
const WILD = [
  '%%',
  '_%_',
  'MARKER%end',
  'MARKER_7',
  'MARKER*end',
  `' or '1'='1`,
  `MARKER" or "`,
  'MARKER,no',
  'no|MARKER',
  'no MARKER',
]

/** Everybody looks through her threads in all ways, and for what others have. @throws {UnexpectedAnswer} */
export async function listEverything(people: readonly Person[]): Promise<Listing[]> {
  const [own, foreign] = await Promise.all([
    Promise.all(people.map((person) => listOwn(person, othersOf(person, people)))),
    Promise.all(
      pairsOf(people).flatMap(({ asker, owner }) => {
        const searched = { isOwn: false, wanted: [], wantedTotal: 0, others: threadsOf(owner) }
        return FURTHER.map((further) => {
          const what = `${asker.name} looks for what is ${owner.name}'s${textOf(further)}`
          return list(asker, { q: owner.marker, ...further }, { what, ...searched })
        })
      }),
    ),
  ])
  return [...own.flat(), ...foreign]
}

/** Page by page, and one page further; and by words, as they stand and in no other way. */
function listOwn(person: Person, others: readonly string[]): Promise<Listing[]> {
  const own = threadsOf(person)
  const known = { isOwn: true, others }
  const pages = [...own, undefined].map((wanted, offset) => {
    const page = { what: `${person.name}'s page ${offset + 1}`, wantedTotal: own.length, ...known }
    const query = { limit: '1', offset: String(offset) }
    return list(person, query, { ...page, wanted: wanted === undefined ? [] : [wanted] })
  })
  const searches = searchesOf(person).map(({ found, query }) => {
    const { offset = 0, limit = found.length } = query
    const wanted = found.slice(Number(offset), Number(offset) + Number(limit))
    const what = `${person.name}'s list${textOf(query)}`
    return list(person, query, { what, ...known, wanted, wantedTotal: found.length })
  })
  return Promise.all([...pages, ...searches])
}

/** What she looks for, and what holds it. */
function searchesOf(person: Person): { readonly query: Query; readonly found: readonly string[] }[] {
  const { marker, state } = person
  const { threads: own, answered } = state.of(IsolationState).owned.get()
  return [
    ...[marker, marker.toUpperCase()].flatMap((q) =>
      FURTHER.map((further) => ({ query: { q, ...further }, found: own })),
    ),
    ...[QUAINT, `'"`].map((q) => ({ query: { q }, found: own.slice(1, 2) })),
    // Of words that the agents have said, too.
    ...(answered === '' ? [] : [{ query: { q: answered }, found: own.slice(0, 1) }]),
    ...WILD.map((q) => ({ query: { q: q.replace('MARKER', marker) }, found: [] })),
  ]
}

async function list({ device }: Person, query: Query, searched: Searched): Promise<Listing> {
  const { threads, total } = await device.backend.mustThreads(query)
  return { ...searched, ids: threads.map(({ id }) => id), total }
}

function textOf(query: Query): string {
  const said = Object.entries(query).map(([name, value]) => `${name} ${value}`)
  return said.length > 0 ? ` (${said.join(', ')})` : ''
}

function threadsOf({ state }: Person): readonly string[] {
  return state.of(IsolationState).owned.get().threads
}

function othersOf(person: Person, people: readonly Person[]): string[] {
  return people.filter((other) => other !== person).flatMap(threadsOf)
}
