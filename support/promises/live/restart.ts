import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Answer } from '#clients/answer'
import type { RunId, ThreadId } from '#clients/ids'
import { AcceptedAnswer } from '#contract/answers'
import { NotTestable } from '#expect/seen'
import { costQuestion, longWork, type Assignment } from '#promises/shared/assignments'
import { terminalEventOn } from '#promises/shared/connection-events'
import type { Fact } from '#promises/shared/facts.checks'
import { begin, listedIn, ownCallsOf, type OwnCall } from '#promises/shared/own-calls'
import { eventually } from '#waiting/eventually'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { askOnElsewhere, toldAgainElsewhere } from './ask-elsewhere.ts'
import { endOf, recordedEventsOf } from './cut-off-work.ts'

const Started = z.object({ url: z.url() })

/**
 * Has a question answered, and a further backend started that knows nothing but what is kept. There the same is read and
 * sent again, something more is asked, and long work begun; then that backend is stopped in the middle of it.
 *
 * @throws {NotTestable} where nobody can start one
 */
export async function outliveBackend(person: Person, scenario: Scenario): Promise<Fact[]> {
  const operator = operatorOf(scenario)
  const [known, started] = await Promise.all([askHere(person), order(person, operator, 'POST')])
  const { url: at } = started.must(200, Started)
  const there: OwnCall = (route, details) => ownCallsOf(person)(route, { ...details, at })
  const stop = (): Promise<unknown> => order(person, operator, 'DELETE', at)
  try {
    return await goOnThere(known, { at, there, stop }, person, scenario)
  } finally {
    await stop()
  }
}

/** A further backend: where it is, how a person calls it, and what stops it. */
interface Elsewhere {
  readonly at: string
  readonly there: OwnCall
  readonly stop: () => Promise<unknown>
}

/** Whoever can start a further backend. What is told by way of somebody in between cannot be held against it. */
function operatorOf({ target: { operator, addresses } }: Scenario): string {
  if (!operator)
    throw new NotTestable('it would take an operator, who starts a further backend on the same data')
  const first = new URL(operator).searchParams.get('of') ?? operator
  if (new URL(first).origin !== new URL(addresses.backend).origin)
    throw new NotTestable('something stands between the suite and the backend that its operator knows')
  return operator
}

/** A question of a name, and what is kept of it and of everything around it once it is answered. */
interface Known {
  readonly id: string
  readonly question: Assignment
  readonly json: object
  readonly sent: AcceptedAnswer
  readonly kept: Kept
}

async function askHere(person: Person): Promise<Known> {
  const call = ownCallsOf(person)
  const { connection, silence } = person.device
  const { id } = await begin(person, { title: `${person.marker} lasting` })
  const question = costQuestion(person, 'finch')
  const json = { content: question.text, client_message_id: randomUUID() }
  const sent = (await call('sendMessage', { id, json })).must(202, AcceptedAnswer)
  await terminalEventOn(connection, sent.run_id as RunId, silence)
  return { id, question, json, sent, kept: await readAll(call, id, sent.run_id) }
}

async function goOnThere(
  { id, question, json, sent, kept }: Known,
  { at, there, stop }: Elsewhere,
  person: Person,
  scenario: Scenario,
): Promise<Fact[]> {
  const after = await readAll(there, id, sent.run_id)
  const place = { threadId: id as ThreadId, runId: sent.run_id }
  const told = scenario.offers.has('resume') ? [await toldAgainElsewhere(there, at, place, person)] : []
  const again: unknown = (await there('sendMessage', { id, json })).body
  const answered = await askOnElsewhere(there, id, question, person, scenario)
  const begun = await beginThere(person, there, id, scenario)
  await stop()
  return [
    ...Object.entries<unknown>({ ...kept }).map(([what, wanted]) => ({
      what,
      wanted,
      seen: after[what as keyof Kept],
    })),
    { what: 'the same message once more', wanted: sent, seen: again },
    ...told,
    answered.fact,
    ...(await endOf([sent.run_id, answered.runId, begun], person, scenario)),
  ]
}

/** Everything that is kept of a thread with one run. */
interface Kept {
  readonly 'the conversation': unknown
  readonly 'its messages': unknown
  readonly 'its work': unknown
  readonly 'what was told of it': unknown
  readonly 'all conversations': unknown
}

async function readAll(call: OwnCall, id: string, runId: string): Promise<Kept> {
  const [thread, messages, run, events, found] = await Promise.all([
    call('thread', { id }),
    call('messages', { id }),
    call('run', { id: runId }),
    call('runEvents', { id: runId }),
    call('listThreads', { query: { limit: '100' } }),
  ])
  return {
    'the conversation': thread.body,
    'its messages': messages.body,
    'its work': run.body,
    'what was told of it': events.body,
    'all conversations': listedIn(found),
  }
}

/** Long work that has said something. @returns its id */
async function beginThere(person: Person, there: OwnCall, id: string, { stop }: Scenario): Promise<string> {
  const json = { content: longWork(person, 'siskin').text }
  const { run_id: runId } = (await there('sendMessage', { id, json })).must(202, AcceptedAnswer)
  const wait = { what: 'a first word of work elsewhere', limit: person.device.silence, stop }
  await eventually(
    wait,
    () => recordedEventsOf(there, runId),
    ({ length }) => length > 0,
    ({ length }) => `${length} words`,
  )
  return runId
}

function order(person: Person, url: string, method: 'POST' | 'DELETE', body = ''): Promise<Answer> {
  return person.http.send('outside', { method, url, headers: {}, body }, 'operator')
}
