import { randomUUID } from 'node:crypto'
import type { RunId } from '#clients/ids'
import { AcceptedAnswer } from '#contract/answers'
import { ERRORS } from '#contract/codes'
import { LIMITS } from '#contract/limits'
import { readWell } from '#contract/reading'
import { agentEventsOn, runEndOn } from '#promises/shared/connection-events'
import type { Fact } from '#promises/shared/facts.checks'
import { begin, ownCallsOf } from '#promises/shared/own-calls'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

const { min, max } = LIMITS.messageLength
const TAKEN: readonly number[] = [min, max]
const REFUSED = [min - 1, max + 1]
const INVALID = 422

/** A message of some length, and what came of it. */
interface Sent {
  readonly fact: Fact
  readonly runId?: RunId
}

/**
 * Sends messages that are as short and as long as may be, and others a letter beyond, on the line and by a call; what
 * was taken of them is stopped.
 *
 * @throws {NotObserved | UnexpectedAnswer} when one of them is not answered at all
 */
export async function sendOfEveryLength(person: Person, { faults, offers }: Scenario): Promise<Fact[]> {
  const { connection } = person.device
  faults.expectErrors(connection.number, ERRORS.invalid)
  const { id } = await begin(person, { title: `${person.marker} lengths` })
  const [byCall, onLine] = await Promise.all([sendByCall(person, id), sendOnLine(person, id)])
  const sent = [...byCall, ...onLine]
  const taken = sent.flatMap(({ runId }) => runId ?? [])
  for (const runId of taken) {
    faults.expectRunFailure(runId)
    if (offers.has('cancel')) connection.stopRun(runId)
  }
  await Promise.all(taken.map((runId) => runEndOn(connection, runId, connection.patience)))
  const messages = await person.device.backend.mustMessages(id)
  const kept = messages.filter(({ role }) => role === 'user').map(({ content }) => content.length)
  const events = agentEventsOn(connection).filter(({ event }) => event.payload.thread_id === id)
  const begun = new Set(events.map(({ event }) => event.payload.run_id))
  const wanted = [...TAKEN, ...TAKEN].toSorted(byNumber)
  return [
    ...sent.map(({ fact }) => fact),
    { what: 'the letters of each that was kept', wanted, seen: kept.toSorted(byNumber) },
    { what: 'works that were begun', wanted: wanted.length, seen: begun.size },
  ]
}

function sendByCall(person: Person, id: string): Promise<Sent[]> {
  const call = ownCallsOf(person)
  const send = async (length: number, wanted: number): Promise<Sent> => {
    const answer = await call('sendMessage', { id, json: { content: textOf(length) } })
    const { data } = readWell(AcceptedAnswer, answer.body)
    const fact = { what: `${lettersOf(length)} by a call`, wanted, seen: answer.status }
    return { fact, ...(data ? { runId: data.run_id as RunId } : {}) }
  }
  const all = [...TAKEN.map((length) => send(length, 202)), ...REFUSED.map((length) => send(length, INVALID))]
  return Promise.all(all)
}

/** One after the other: an error need not say what it is about. */
async function sendOnLine(person: Person, threadId: string): Promise<Sent[]> {
  const { connection } = person.device
  const { received, patience: limit } = connection
  const sent: Sent[] = []
  for (const length of [...TAKEN, ...REFUSED]) {
    const from = received.mark()
    const payload = { content: textOf(length), thread_id: threadId, client_message_id: randomUUID() }
    connection.send({ type: 'user_message', payload })
    const what = `an answer to ${lettersOf(length)}`
    const { value } = await received.waitFor(
      { what, from, limit },
      ({ type }) => type === 'message_accepted' || type === 'error_message',
    )
    const wanted = TAKEN.includes(length) ? 'message_accepted' : ERRORS.invalid
    const seen = value.type === 'error_message' ? value.error_code : value.type
    const fact = { what: `${lettersOf(length)} on the line`, wanted, seen }
    const run = value.type === 'message_accepted' ? { runId: value.payload.run_id as RunId } : {}
    sent.push({ fact, ...run })
  }
  return sent
}

/** Letters that are more than a byte each: it is letters that are counted. */
function textOf(length: number): string {
  return 'ü'.repeat(length)
}

function lettersOf(length: number): string {
  return `a message of ${length} ${length === 1 ? 'letter' : 'letters'}`
}

function byNumber(one: number, other: number): number {
  return one - other
}
