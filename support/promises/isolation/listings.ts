import type { Person } from '#world/person'
import { pairsOf } from './crowd.ts'
import type { Listing } from './listings.checks.ts'
import { IsolationState } from './state.ts'

type Searched = Pick<Listing, 'what' | 'isOwn' | 'wanted' | 'others'>

/** Everybody looks through her threads in all ways, and for what others have. @throws {UnexpectedAnswer} */
export async function listEverything(people: readonly Person[]): Promise<Listing[]> {
  const [pages, searches] = await Promise.all([
    Promise.all(people.map((person) => listOwn(person, othersOf(person, people)))),
    Promise.all(
      pairsOf(people).map(({ asker, owner }) => {
        const what = `${asker.name} looks for what is ${owner.name}'s`
        return search(asker, owner.marker, { what, isOwn: false, wanted: [], others: threadsOf(owner) })
      }),
    ),
  ])
  return [...pages.flat(), ...searches]
}

/** Page by page, and one page further; and by her own word. */
async function listOwn(person: Person, others: readonly string[]): Promise<Listing[]> {
  const { device, name, marker } = person
  const own = threadsOf(person)
  const pages = [...own, undefined].map(async (wanted, offset) => {
    const { threads, total } = await device.backend.mustThreads({ limit: '1', offset: String(offset) })
    return {
      what: `${name}'s page ${offset + 1}`,
      isOwn: true,
      ids: threads.map(({ id }) => id),
      wanted: wanted === undefined ? [] : [wanted],
      total,
      wantedTotal: own.length,
      others,
    }
  })
  const what = `${name} looks for what is her own`
  return Promise.all([...pages, search(person, marker, { what, isOwn: true, wanted: own, others })])
}

async function search({ device }: Person, word: string, searched: Searched): Promise<Listing> {
  const { threads, total } = await device.backend.mustThreads({ q: word })
  return { ...searched, ids: threads.map(({ id }) => id), total, wantedTotal: searched.wanted.length }
}

function threadsOf({ state }: Person): readonly string[] {
  return state.of(IsolationState).owned.get().threads
}

function othersOf(person: Person, people: readonly Person[]): string[] {
  return people.filter((other) => other !== person).flatMap(threadsOf)
}
