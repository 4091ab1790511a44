import type { Fact } from '#promises/shared/facts.checks'
import { begin, listedIn, ownCallsOf, toldFact, type OwnCall } from '#promises/shared/own-calls'
import { ThreadAnswer, ThreadsAnswer } from '#contract/answers'
import { read } from '#contract/reading'
import type { Answer } from '#clients/answer'
import type { Person } from '#world/person'

/** Of all kinds, and some of them deep inside. */
const NOTES = {
  colour: 'blue',
  Größe: 0,
  none: null,
  no: false,
  ' ': '',
  deep: { list: [1, null, true, 'ü "&<'], empty: {} },
}

const IN_MANY_WRITINGS = `"Größe"  <b>&amp; 数据 🚀 cafe\u0301 مرحبا`

/** Begins three threads, renames one, and looks for it everywhere. @throws {UnexpectedAnswer} */
export async function renameOne(person: Person): Promise<Fact[]> {
  const call = ownCallsOf(person)
  const [before, after] = [`${person.marker} robin`, `${person.marker} wagtail ${IN_MANY_WRITINGS}`]
  await nameAtLength(call, person.marker)
  const other = await begin(person, { title: `${person.marker} dunlin` })
  await begin(person, {})
  const thread = await begin(person, { title: before, metadata: NOTES })
  const { id } = thread
  const renamed = await call('renameThread', { id, json: { title: after } })
  const otherRead = await call('thread', { id: other.id })
  return [
    { what: 'its name in the answer', wanted: after, seen: titleIn(renamed.body) },
    ...(await foundBy(call, id, after, before)),
    ...lookOf(thread, (await call('thread', { id })).must(200, ThreadAnswer), after),
    { what: 'another conversation', wanted: other, seen: otherRead.must(200, ThreadAnswer) },
  ]
}

/** How long a name may be is the platform's own; whoever watches compares what is taken with what is told of it. */
async function nameAtLength(call: OwnCall, marker: string): Promise<void> {
  const [long, longer] = [9, 10].map((times) => 'a long name, '.repeat(times) + marker)
  const { data } = read(ThreadAnswer, (await call('createThread', { json: { title: long } })).body)
  if (data) await call('renameThread', { id: data.id, json: { title: longer } })
}

async function foundBy(call: OwnCall, id: string, after: string, before: string): Promise<Fact[]> {
  const [list, byNew, byOld] = await Promise.all([
    call('listThreads', { query: { limit: '100' } }),
    call('listThreads', { query: { q: after } }),
    call('listThreads', { query: { q: before } }),
  ])
  return [
    { what: 'its name in the list', wanted: after, seen: titleInList(list, id) },
    { what: 'found by its new name', wanted: { ids: [id], total: 1 }, seen: listedIn(byNew) },
    { what: 'found by its old name', wanted: { ids: [], total: 0 }, seen: listedIn(byOld) },
  ]
}

function lookOf(thread: ThreadAnswer, now: ThreadAnswer, title: string): Fact[] {
  return [
    { what: 'its name, read again', wanted: title, seen: now.title },
    { what: 'when it was begun', wanted: thread.created_at, seen: now.created_at },
    { what: 'the time of its change has moved on', wanted: true, seen: hasMovedOn(thread, now) },
    ...toldFact('its notes when it was begun', NOTES, thread.metadata),
    ...toldFact('its notes afterwards', NOTES, now.metadata),
    { what: 'how many messages it has', wanted: 0, seen: now.message_count },
  ]
}

function titleInList({ body }: Answer, id: string): unknown {
  const { data } = read(ThreadsAnswer, body)
  return data?.threads.find((thread) => thread.id === id)?.title
}

function titleIn(body: unknown): unknown {
  return (body as { title?: unknown } | undefined)?.title
}

/** A clock that tells whole seconds may stand still meanwhile; what is not told cannot be seen to. */
function hasMovedOn(before: ThreadAnswer, after: ThreadAnswer): boolean {
  if (before.updated_at === undefined || after.updated_at === undefined) return true
  const [was, is] = [Date.parse(before.updated_at), Date.parse(after.updated_at)]
  return is > was || (is === was && is % 1000 === 0)
}
