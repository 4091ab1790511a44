import type { Answer } from '#clients/answer'
import { longWork } from '#promises/shared/assignments'
import type { Fact } from '#promises/shared/facts.checks'
import { begin, listedIn, ownCallsOf, statusOf, type OwnCall } from '#promises/shared/own-calls'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { IsolationState } from './state.ts'

/** So many threads: what comes first differs from one to the next. */
const ROUNDS = 4
const GONE = 404

/** Deletes threads while they are written into, renamed, read and deleted once more; stops what is over. @throws {UnexpectedAnswer} */
export async function doAtOnce(person: Person, scenario: Scenario): Promise<Fact[]> {
  const call = ownCallsOf(person)
  const { run } = person.state.of(IsolationState).owned.get().ids
  const rounds = Array.from({ length: ROUNDS }, (_, number) => deleteWhileWriting(person, scenario, number))
  const facts = (await Promise.all(rounds)).flat()
  return person.offers.has('cancel') ? [...facts, ...(await stopWhatIsOver(call, run))] : facts
}

async function deleteWhileWriting(person: Person, { faults }: Scenario, number: number): Promise<Fact[]> {
  const call = ownCallsOf(person)
  const { id } = await begin(person, { title: `${person.marker} crake` })
  const json = { content: longWork(person, `crake${number}`).text }
  const write = (): Promise<Answer> => call('sendMessage', { id, json })
  const remove = (): Promise<Answer> => call('deleteThread', { id })
  const rename = (): Promise<Answer> => call('renameThread', { id, json: { title: 'Too late' } })
  const acts = number % 2 === 0 ? [write, remove, rename, remove] : [remove, write, rename, remove]
  const answers = await Promise.all(acts.map((act) => act()))
  const runs = answers.flatMap(({ status, body }) => (status === 202 ? [runIn(body)] : []))
  for (const run of runs) faults.expectRunFailure(run)
  const odd = answers.map(statusOf).filter((status) => ![200, 202, GONE].includes(status))
  return [
    { what: 'what is done at once is done, or not found', wanted: [], seen: odd },
    ...(await nothingLeft(call, id, runs, `${person.marker}-crake${number}`)),
  ]
}

/** Neither of the thread, nor of what was said and begun in it. */
async function nothingLeft(
  call: OwnCall,
  id: string,
  runs: readonly string[],
  word: string,
): Promise<Fact[]> {
  const [read, said, found, ...works] = await Promise.all([
    call('thread', { id }),
    call('messages', { id }),
    call('listThreads', { query: { q: word } }),
    ...runs.map((run) => call('run', { id: run })),
  ])
  return [
    { what: 'what was deleted', wanted: [GONE, GONE], seen: [read, said].map(statusOf) },
    { what: 'found afterwards', wanted: { ids: [], total: 0 }, seen: listedIn(found) },
    {
      what: 'work that was begun in it',
      wanted: runs.map(() => GONE),
      seen: works.map(statusOf),
    },
  ]
}

/** It stays as it is. */
async function stopWhatIsOver(call: OwnCall, run: string): Promise<Fact[]> {
  const before = await call('run', { id: run })
  const stopped = await Promise.all([call('cancelRun', { id: run }), call('cancelRun', { id: run })])
  const after = await call('run', { id: run })
  return [
    { what: 'to stop work that is over', wanted: [202, 202], seen: stopped.map(({ status }) => status) },
    { what: 'work that was over', wanted: endOf(before), seen: endOf(after) },
  ]
}

function endOf({ body }: Answer): unknown {
  const { status, finished_at, error } = body as Record<string, unknown>
  return { status, finished_at, error }
}

function runIn(body: unknown): string {
  return String((body as { run_id?: unknown } | undefined)?.run_id)
}
