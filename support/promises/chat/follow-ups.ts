import type { RunId, ThreadId } from '#clients/ids'
import type { AcceptedAnswer } from '#contract/answers'
import { answerIn } from '#contract/observed-run'
import {
  groundedFaults,
  type GroundedQuestion,
  type QuestionAndAnswer,
} from '#promises/shared/answers.checks'
import { askedBy, askElsewhere, questionAndAnswer } from '#promises/shared/asking'
import { costQuestion, listedCostQuestion } from '#promises/shared/assignments'
import { terminalEventOn } from '#promises/shared/connection-events'
import { answersPing } from '#world/ping'
import { QuestionRun } from '#promises/shared/question-run'
import { EventLog } from '#waiting/event-log'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import type { Repetition } from './follow-ups.checks.ts'
import { sendNamedAlike } from './names-alike.ts'

/** Asks about another workload, at the listed price of its model, in another thread. @throws {NotObserved} */
export function askAnother(person: Person): Promise<QuestionAndAnswer> {
  return askElsewhere(person.device, listedCostQuestion(person, 'egret'))
}

/** Asks on in a thread, and waits for the end. @throws {NotObserved} */
export async function askOn(
  device: Device,
  question: GroundedQuestion,
  threadId: ThreadId,
): Promise<QuestionAndAnswer> {
  const run = await QuestionRun.ask(device, question.text, threadId)
  return questionAndAnswer(question, await run.ended())
}

/** The same by a call. @throws {NotObserved | UnexpectedAnswer} */
export async function askOnByCall(
  { backend, connection, silence }: Device,
  question: GroundedQuestion,
  threadId: ThreadId,
): Promise<QuestionAndAnswer> {
  const { run_id: runId } = await backend.mustSendMessage(threadId, question.text)
  const { event } = await terminalEventOn(connection, runId as RunId, silence)
  return { question, ending: answerIn(event) }
}

/**
 * Sends the same message twice live, as by a double click, once more by a call, and once into another thread.
 *
 * @param other sends those whose names are almost the same: she herself has said almost all that she may in a minute
 * @throws {NotObserved | UnexpectedAnswer}
 */
export async function sendTwice(person: Person, other: Person): Promise<Repetition> {
  const { device } = person
  const { connection, backend } = device
  const first = await QuestionRun.askInNewThread(device, costQuestion(person, 'crane').text)
  const { threadId, text, clientMessageId } = first
  connection.sendUserMessage(threadId, text, clientMessageId)
  const { outcome } = await first.ended()
  const elsewhere = await device.createThread('Another place')
  const byCall = [
    await backend.mustSendMessage(threadId, text, clientMessageId),
    await backend.mustSendMessage(elsewhere, text, clientMessageId),
  ]
  const crossed = [
    ...(await sendByCallFirst(person, neighbourOf(clientMessageId))),
    ...(await sendMuchLater(person)),
    ...(await sendNamedAlike(other)),
  ]
  return { ...(await repetitionOf(first, byCall, elsewhere)), sendings: 4, outcome, crossed }
}

/** Sends by a call, and on another line, what was asked at first, when much else has been said. @returns what is wrong with that */
async function sendMuchLater(person: Person): Promise<string[]> {
  const { run } = askedBy(person)
  const { threadId, text, clientMessageId } = run
  const other = person.addDeviceOfSameSession()
  await other.connect()
  const byCall = await person.device.backend.mustSendMessage(threadId, text, clientMessageId)
  const onLine = await (await QuestionRun.ask(other, text, threadId, clientMessageId)).accepted()
  const { runId } = await run.accepted()
  return [
    ...(byCall.run_id === runId ? [] : ['sent again much later, it has two runs']),
    ...(onLine.runId === runId ? [] : ['sent again on another line, it has two runs']),
  ]
}

/** A name that differs in its last letter only, and is no less a UUID. */
function neighbourOf(name: string): string {
  return name.slice(0, -1) + (name.endsWith('0') ? '1' : '0')
}

/** Sends a message by a call, and again on the line. @returns what is wrong with what came of it */
async function sendByCallFirst(person: Person, name: string): Promise<string[]> {
  const { device } = person
  const question = costQuestion(person, 'wren')
  const threadId = await device.createThread('By a call first')
  const { run_id: byCall } = await device.backend.mustSendMessage(threadId, question.text, name)
  const run = await QuestionRun.ask(device, question.text, threadId, name)
  const { runId } = await run.accepted()
  const { event } = await terminalEventOn(device.connection, byCall as RunId, device.silence)
  const faults = groundedFaults(question, answerIn(event)).map((fault) => `asked by a call, ${fault}`)
  return [...(runId === byCall ? [] : ['by a call and on the line, it has two runs']), ...faults]
}

const AT_ONCE = 5

/** Sends the same message live and by several calls, all at the same moment. @throws {NotObserved | UnexpectedAnswer} */
export async function sendAtOnce(person: Person): Promise<Repetition> {
  const { device } = person
  const elsewhere = await device.createThread('Another place')
  const first = await QuestionRun.askInNewThread(device, costQuestion(person, 'quail').text)
  const { threadId, text, clientMessageId } = first
  const sendings = Array.from({ length: AT_ONCE }, () =>
    device.backend.mustSendMessage(threadId, text, clientMessageId),
  )
  const byCall = await Promise.all(sendings)
  const { outcome } = await first.ended()
  const repetition = await repetitionOf(first, byCall, elsewhere)
  return { ...repetition, sendings: AT_ONCE + 1, outcome, crossed: [] }
}

async function repetitionOf(
  first: QuestionRun,
  byCall: readonly AcceptedAnswer[],
  elsewhere: ThreadId,
): Promise<Omit<Repetition, 'sendings' | 'outcome' | 'crossed'>> {
  const { backend, connection } = first.device
  const fence = await answersPing(connection)
  const [messages, others] = await Promise.all([
    backend.mustMessages(first.threadId),
    backend.mustMessages(elsewhere),
  ])
  const kept = (role: string): number => messages.filter((message) => message.role === role).length
  return {
    runs: [...acceptancesOf(first), ...byCall.map(({ run_id }) => run_id)],
    messages: byCall.map(({ message_id }) => message_id),
    questions: kept('user'),
    answers: kept('assistant'),
    elsewhere: others.length,
    fence,
  }
}

/** The run of each acceptance of a message, live. */
function acceptancesOf({ device, clientMessageId }: QuestionRun): string[] {
  return device.connection.received.since(EventLog.START).flatMap(({ value }) => {
    const isIt = value.type === 'message_accepted' && value.payload.client_message_id === clientMessageId
    return isIt ? [value.payload.run_id] : []
  })
}
