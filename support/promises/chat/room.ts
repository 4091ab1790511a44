import { randomUUID } from 'node:crypto'
import type { Answer } from '#clients/answer'
import type { RunId } from '#clients/ids'
import { AcceptedAnswer, RunAnswer } from '#contract/answers'
import { PROMISED } from '#contract/promises'
import { readWell } from '#contract/reading'
import { longWork } from '#promises/shared/assignments'
import { runEndOn } from '#promises/shared/connection-events'
import type { Fact } from '#promises/shared/facts.checks'
import { begin, ownCallsOf } from '#promises/shared/own-calls'
import { leaveAlone } from '#waiting/eventually'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

/** When it is asked for, and what becomes of it then. */
const ROUNDS = [
  { when: 'after what has failed', end: stopAll },
  { when: 'after what was stopped', end: deleteAll },
  { when: 'after what was deleted', end: stopAll },
] as const

/** As much as was taken at once, in one thread. */
interface Taken {
  readonly id: string
  readonly runs: readonly RunId[]
  /** What became of a message that was sent again when there was no more room. */
  readonly again: readonly Fact[]
}

/** So much more is asked for at the same moment than is taken. */
const TOO_MANY = 2

/**
 * Asks for more at once than anybody may have, and ends all of it each time: after what has failed, after what was
 * stopped, and after what was deleted. Where less is taken, a little later once more, for its end may be told before its
 * room is free. Of what is stopped, one is stopped first: the others have to go on.
 *
 * @throws {NotObserved | UnexpectedAnswer}
 */
export async function askForAllTheRoom(person: Person, most: number, scenario: Scenario): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const { when, end } of ROUNDS) {
    let taken = await fill(person, most, scenario)
    if (taken.runs.length < most) {
      await stopAll(person, taken)
      await leaveAlone(PROMISED.runStop, scenario.stop)
      taken = await fill(person, most, scenario)
    }
    facts.push(...taken.again.map((fact) => ({ ...fact, what: `${fact.what} ${when}` })))
    const seen = taken.runs.length > most ? await mostAtOnce(person, taken) : taken.runs.length
    facts.push({
      what: `taken at once ${when}`,
      wanted: most,
      seen: Math.max(seen, Math.min(most, taken.runs.length)),
    })
    facts.push(...(await end(person, taken)))
  }
  return facts
}

/** How many of them were worked on at one moment, by their own records: on a slow way, the first may be over before the last is taken. */
async function mostAtOnce(person: Person, { runs }: Taken): Promise<number> {
  const call = ownCallsOf(person)
  const answers = await Promise.all(runs.map((id) => call('run', { id })))
  const spans = answers.flatMap(({ body }) => {
    const { data } = readWell(RunAnswer, body)
    return data
      ? [{ from: Date.parse(data.started_at), to: Date.parse(data.finished_at ?? '9999-12-31') }]
      : []
  })
  return Math.max(
    0,
    ...spans.map(({ from: at }) => spans.filter(({ from, to }) => from <= at && to > at).length),
  )
}

async function fill(person: Person, most: number, { faults }: Scenario): Promise<Taken> {
  const call = ownCallsOf(person)
  const { id } = await begin(person, { title: `${person.marker} room` })
  const json = { content: longWork(person, 'crane').text }
  const named = { ...json, client_message_id: randomUUID() }
  const send = (body: object): Promise<Answer> => call('sendMessage', { id, json: body })
  const first = await send(named)
  const others = Array.from({ length: most + TOO_MANY - 1 }, () => send(json))
  const answers = [first, ...(await Promise.all(others))]
  const isKnown = person.offers.has('client-message-idempotency')
  const again = isKnown ? [sameFact(first, await send(named))] : []
  const runs: RunId[] = []
  for (const answer of answers) {
    const { data } = readWell(AcceptedAnswer, answer.body)
    if (data) runs.push(data.run_id as RunId)
    else faults.expectExchange(answer.exchange)
  }
  for (const run of runs) faults.expectRunFailure(run)
  return { id, runs, again }
}

function sameFact(first: Answer, again: Answer): Fact {
  const [wanted, seen] = [first, again].map(({ body }) => readWell(AcceptedAnswer, body).data?.run_id)
  return { what: 'sent again when there is no more room,', wanted, seen }
}

/** One of them first, and all others when that has ended. */
async function stopAll(person: Person, { runs: [first, ...others] }: Taken): Promise<Fact[]> {
  const { connection } = person.device
  const call = ownCallsOf(person)
  const stop = async (run: RunId): Promise<unknown> => {
    if (person.offers.has('cancel')) connection.stopRun(run)
    return runEndOn(connection, run, connection.patience)
  }
  if (first !== undefined) await stop(first)
  const answers = await Promise.all(others.map((run) => call('run', { id: run })))
  const cancelled = answers.filter(({ body }) => readWell(RunAnswer, body).data?.status === 'cancelled')
  await Promise.all(others.map(stop))
  return [{ what: 'stopped along with one that was', wanted: 0, seen: cancelled.length }]
}

async function deleteAll(person: Person, { id }: Taken): Promise<Fact[]> {
  const { status } = await ownCallsOf(person)('deleteThread', { id })
  return [{ what: 'to delete what is worked on', wanted: 200, seen: status }]
}
