import type { Listing } from './listings.checks.ts'
import type { Person } from '#world/person'
import { pairsOf } from './crowd.ts'
import { OWNED } from './owned-resources.ts'

/** Everybody looks through her conversations in all ways, and for what others have. */
export async function listEverything(people: readonly Person[]): Promise<Listing[]> {
  const [pages, searches] = await Promise.all([
    Promise.all(people.map(pagesOf)),
    Promise.all(
      pairsOf(people).map(({ asker, owner }) => search(asker, owner.marker, `what is ${owner.name}'s`, [])),
    ),
  ])
  return [...pages.flat(), ...searches]
}

/** Page by page, and one page further; and by her own word. */
async function pagesOf(person: Person): Promise<Listing[]> {
  const { device, memory, name, marker } = person
  const own = memory.recall(OWNED).conversations
  const offsets = Array.from({ length: own.length + 1 }, (_, offset) => offset)
  const pages = offsets.map(async (offset) => {
    const page = await device.backend.mustThreads({ limit: '1', offset: String(offset) })
    const { [offset]: wanted } = own
    return {
      ...{ what: `${name}'s page ${offset + 1}`, isOwn: true, total: page.total, wantedTotal: own.length },
      ...{ ids: page.threads.map(({ id }) => id), wanted: wanted ? [wanted] : [] },
    }
  })
  return Promise.all([...pages, search(person, marker, 'what is her own', own)])
}

async function search(
  { device, name }: Person,
  word: string,
  what: string,
  wanted: readonly string[],
): Promise<Listing> {
  const { threads, total } = await device.backend.mustThreads({ q: word })
  return {
    ...{ what: `${name} looks for ${what}`, isOwn: wanted.length > 0, total, wantedTotal: wanted.length },
    ...{ ids: threads.map(({ id }) => id), wanted },
  }
}
