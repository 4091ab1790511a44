import type { RunId, ThreadId } from '#clients/ids'
import { AcceptedAnswer } from '#contract/answers'
import { DENIAL_CODES, ERRORS } from '#contract/codes'
import { lastingText } from '#contract/fleeting'
import { longWork, planOfFive } from '#promises/shared/assignments'
import { runEndOn } from '#promises/shared/connection-events'
import type { Fact } from '#promises/shared/facts.checks'
import { begin, listedIn, ownCallsOf, statusFact, type OwnCall } from '#promises/shared/own-calls'
import { QuestionRun } from '#promises/shared/question-run'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { messagesTo } from './access-ways.ts'
import { likeButUnknown } from './owned-resources.ts'
import { IsolationState } from './state.ts'

const NOT_FOUND = 404

/** Has work done in two threads, and deletes one of them in the middle of it. @throws {NotObserved | UnexpectedAnswer} */
export async function deleteOne(person: Person, scenario: Scenario): Promise<Fact[]> {
  const { marker, state } = person
  const call = ownCallsOf(person)
  const { id, run, other } = await workInTwo(person)
  scenario.faults.expectRunFailure(run)
  const before = await howMany(call)
  const deleted = await call('deleteThread', { id })
  state.of(IsolationState).deleted.set({ id, run, at: performance.now(), since: Date.now() })
  const facts = await Promise.all([
    nowhere(call, id, run),
    saidAsOfNone(call, id),
    notListed(call, id, [`${marker} linnet`, `${marker}-ibis`]),
    keptAsItWas(call, other.threadId, `${marker}-stork`),
    refusedOnLine(person, id, run, scenario),
  ])
  const [total, end] = [await howMany(call), await endOf(other)]
  await readWhole(call, other.threadId)
  return [
    statusFact('to delete it', 200, deleted),
    ...facts.flat(),
    { what: 'how many there are', wanted: before - 1, seen: total },
    { what: 'work in another conversation', wanted: 'answered', seen: end },
  ]
}

/** Work is under way in both of them; the one that stays is read before that, and renamed meanwhile. */
async function workInTwo(person: Person): Promise<{ id: ThreadId; run: RunId; other: QuestionRun }> {
  const { device, marker } = person
  const call = ownCallsOf(person)
  const { id } = await begin(person, { title: `${marker} linnet` })
  const kept = await begin(person, { title: `${marker} siskin` })
  await readWhole(call, kept.id)
  const sent = await call('sendMessage', { id, json: { content: longWork(person, 'ibis').text } })
  const run = sent.must(202, AcceptedAnswer).run_id as RunId
  const other = await QuestionRun.ask(device, planOfFive(person, 'stork').text, kept.id)
  await other.waitForEvent('its first word', device.silence, () => true)
  await call('renameThread', { id: kept.id, json: { title: `${marker} siskin, renamed` } })
  await readWhole(call, kept.id)
  return { id, run, other }
}

/** Whoever watches compares it with what was done. */
async function readWhole(call: OwnCall, id: string): Promise<void> {
  await Promise.all([call('thread', { id }), call('messages', { id })])
}

/** It may have been deleted with the other one. */
async function endOf(run: QuestionRun): Promise<string> {
  const { connection, silence } = run.device
  return (await runEndOn(connection, (await run.accepted()).runId, silence)).outcome
}

async function howMany(call: OwnCall): Promise<number> {
  return listedIn(await call('listThreads', { query: { limit: '1' } }))?.total ?? NaN
}

/** Every address of it. */
async function nowhere(call: OwnCall, id: string, run: string): Promise<Fact[]> {
  const answers = [
    call('thread', { id }),
    call('messages', { id }),
    call('renameThread', { id, json: { title: 'Again' } }),
    call('sendMessage', { id, json: { content: 'Are you there?' } }),
    call('run', { id: run }),
    call('runEvents', { id: run }),
    call('cancelRun', { id: run }),
    call('deleteThread', { id }),
  ]
  const what = [
    'it',
    'its messages',
    'to rename it',
    'to write into it',
    'its work',
    'the record of its work',
  ]
  const names = [...what, 'to stop its work', 'to delete it again']
  return (await Promise.all(answers)).map((answer, index) =>
    statusFact(names[index] ?? '', NOT_FOUND, answer),
  )
}

/** What is gone is told of as what never was. */
async function saidAsOfNone(call: OwnCall, id: string): Promise<Fact[]> {
  const [gone, none] = await Promise.all([call('thread', { id }), call('thread', { id: likeButUnknown(id) })])
  return [{ what: 'what is said of it', wanted: lastingText(none.text), seen: lastingText(gone.text) }]
}

async function notListed(call: OwnCall, id: string, words: readonly string[]): Promise<Fact[]> {
  const [list, ...found] = await Promise.all([
    call('listThreads', { query: { limit: '100' } }),
    ...words.map((q) => call('listThreads', { query: { q } })),
  ])
  return [
    { what: 'listed', wanted: false, seen: listedIn(list)?.ids.includes(id) },
    ...found.map((answer, index) => ({
      what: `found by its ${index === 0 ? 'name' : 'words'}`,
      wanted: { ids: [], total: 0 },
      seen: listedIn(answer),
    })),
  ]
}

async function keptAsItWas(call: OwnCall, id: string, word: string): Promise<Fact[]> {
  const [read, found] = await Promise.all([
    call('thread', { id }),
    call('listThreads', { query: { q: word } }),
  ])
  return [
    statusFact('another conversation', 200, read),
    { what: 'another, found by its words', wanted: { ids: [id], total: 1 }, seen: listedIn(found) },
  ]
}

/** Whether anything may be done with it on her line. */
async function refusedOnLine(person: Person, id: string, run: string, { faults }: Scenario): Promise<Fact[]> {
  const { connection } = person.device
  for (const code of [ERRORS.notFound, ...DENIAL_CODES]) faults.expectErrors(connection.number, code)
  const facts: Fact[] = []
  for (const { name, of, attempt } of messagesTo(person)) {
    const reply = await attempt(person, of === 'run' ? run : id)
    const said = reply.kind === 'frame' ? (reply.error?.error_code ?? reply.type) : reply.kind
    const seen = DENIAL_CODES.includes(said) ? ERRORS.notFound : said
    facts.push({ what: `${name} on the line`, wanted: ERRORS.notFound, seen })
  }
  return facts
}
