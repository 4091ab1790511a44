import type { Answer } from '#clients/answer'
import type { RunId } from '#clients/ids'
import { AcceptedAnswer } from '#contract/answers'
import { ERRORS } from '#contract/codes'
import type { LiveConnection } from '#clients/live-connection'
import { waitIn } from '#clients/retry-after'
import { isAgentEvent, type ReceivedFrame } from '#contract/frames'
import { isTerminal } from '#contract/observed-run'
import { PROMISED } from '#contract/promises'
import { readWell } from '#contract/reading'
import { EventLog } from '#waiting/event-log'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { costQuestion, longWork } from './assignments.ts'
import { agentEventsOn, terminalEventOn } from './connection-events.ts'
import type { Flood } from './flood.checks.ts'
import { begin, callsWith } from './own-calls.ts'
import { answersPing } from '#world/ping'
import { QuestionRun } from './question-run.ts'

/**
 * Asks for much more at once than anybody may, and stops what was taken of it.
 *
 * @param size how many questions
 * @param meanwhile done while as much of it is under way as may be; told the runs of what was taken
 * @throws {NotObserved} when a question is not answered at all, or what was taken cannot be stopped
 */
export async function flood(
  person: Person,
  { faults }: Scenario,
  size: number,
  meanwhile: (taken: readonly RunId[]) => Promise<void>,
): Promise<Flood> {
  const { device } = person
  faults.expectErrors(device.connection.number, ERRORS.tooMany)
  const call = await prepareCall(person)
  const { responses, refused } = await askTooMuch(person, size)
  const taken = responses.flatMap((heard) =>
    heard.type === 'message_accepted' ? [heard.payload.run_id as RunId] : [],
  )
  const waits = responses.flatMap((heard) =>
    heard.type === 'error_message' ? [heard.payload.retry_after_seconds] : [],
  )
  const over = overIn(device.connection, taken, responses)
  const accepted = taken.length
  // Both want it to go on: what takes long on the way has been done before.
  const [byCall] = await Promise.all([askByCall(person, call, faults, taken), meanwhile(taken)])
  for (const runId of taken) await stop(person, runId, faults)
  // Whoever was refused sends the same again, by the same name.
  const place = await device.createThread('After the flood')
  const next = await QuestionRun.ask(device, costQuestion(person, 'egret').text, place, refused)
  const { outcome: afterwards } = await next.ended()
  return { sent: size, accepted, over, waits, byCall, afterwards }
}

interface TooMuch {
  /** What the platform said to each of the questions: taken, or refused. */
  readonly responses: readonly ReceivedFrame[]
  /** The name of one that was refused. */
  readonly refused: string | undefined
}

async function askTooMuch(person: Person, size: number): Promise<TooMuch> {
  const { device } = person
  const { received } = device.connection
  const from = received.mark()
  const text = longWork(person, 'crane').text
  const threadId = await device.createThread('A flood')
  const all = await Promise.all(Array.from({ length: size }, () => QuestionRun.ask(device, text, threadId)))
  const ids = new Set<string>(all.map(({ clientMessageId }) => clientMessageId))
  const responses = (): ReceivedFrame[] =>
    received.since(from).flatMap(({ value }) => (isResponseTo(ids, value) ? [value] : []))
  const wait = { what: 'an answer to each of them', from, limit: device.patience }
  await received.waitFor(wait, () => responses().length >= size)
  const said = responses()
  const taken = said.flatMap((heard) =>
    heard.type === 'message_accepted' ? [heard.payload.client_message_id] : [],
  )
  return { responses: said, refused: [...ids].find((id) => !taken.includes(id)) }
}

/** In another session of hers. */
async function prepareCall(person: Person): Promise<() => Promise<Answer>> {
  const { id } = await begin(person, { title: 'One more' })
  const json = { content: longWork(person, 'crane').text }
  const other = person.addDevice()
  await person.signIn(other)
  return () => callsWith(person, other.session.accessToken)('sendMessage', { id, json })
}

/** Asks once more by a call; what is taken all the same is stopped at the end. */
async function askByCall(
  person: Person,
  call: () => Promise<Answer>,
  faults: Scenario['faults'],
  taken: RunId[],
): Promise<Flood['byCall']> {
  const answer = await call()
  faults.expectExchange(answer.exchange)
  const { data } = readWell(AcceptedAnswer, answer.body)
  // On a slow connection the word that there is room again comes after the answer: a pong comes after both.
  if (data) await answersPing(person.device.connection)
  const ended = agentEventsOn(person.device.connection).filter(({ event }) => isTerminal(event))
  const hasRoom = ended.some(({ event }) => taken.includes(event.payload.run_id as RunId))
  if (data) taken.push(data.run_id as RunId)
  return hasRoom ? 'room' : { status: answer.status, wait: waitIn(answer.headers) }
}

/** How many of these runs had come to an end before the last response. */
function overIn(
  { received }: LiveConnection,
  taken: readonly string[],
  responses: readonly ReceivedFrame[],
): number {
  const heard = received.since(EventLog.START).map(({ value }) => value)
  const until = heard.slice(0, heard.lastIndexOf(responses.at(-1) as ReceivedFrame))
  return until.filter(
    (value) => isAgentEvent(value) && isTerminal(value) && taken.includes(value.payload.run_id),
  ).length
}

/** Stops a run, unless it has come to its end by itself. @throws {NotObserved} when it goes on */
async function stop({ device, offers }: Person, runId: RunId, faults: Scenario['faults']): Promise<void> {
  faults.expectRunFailure(runId)
  const isStopped = offers.has('cancel')
  if (isStopped) device.connection.stopRun(runId)
  // What cannot be stopped comes to its end by itself.
  await terminalEventOn(device.connection, runId, isStopped ? device.patience : PROMISED.complexChat)
}

function isResponseTo(ids: ReadonlySet<string>, heard: ReceivedFrame): boolean {
  if (heard.type === 'message_accepted') return ids.has(heard.payload.client_message_id)
  return heard.type === 'error_message'
}
