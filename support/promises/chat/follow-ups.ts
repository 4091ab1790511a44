import type { ThreadId } from '#clients/ids'
import type { GroundedQuestion, QuestionAndAnswer } from '#promises/shared/answers.checks'
import { askElsewhere, questionAndAnswer } from '#promises/shared/asking'
import { costQuestion, listedCostQuestion } from '#promises/shared/assignments'
import { answersPing } from '#promises/shared/ping'
import { QuestionRun } from '#promises/shared/question-run'
import { EventLog } from '#waiting/event-log'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import type { Repetition } from './follow-ups.checks.ts'

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

/** Sends the same message twice live, as by a double click, and once more by a call. @throws {NotObserved | UnexpectedAnswer} */
export async function sendTwice(person: Person): Promise<Repetition> {
  const { device } = person
  const { connection, backend } = device
  const first = await QuestionRun.askInNewThread(device, costQuestion(person, 'crane').text)
  const { threadId, text, clientMessageId } = first
  connection.sendUserMessage(threadId, text, clientMessageId)
  const { outcome } = await first.ended()
  const byCall = await backend.mustSendMessage(threadId, text, clientMessageId)
  const fence = await answersPing(connection)
  const messages = await backend.mustMessages(threadId)
  const kept = (role: string): number => messages.filter((message) => message.role === role).length
  return {
    sendings: 3,
    runs: [...acceptancesOf(first), byCall.run_id],
    questions: kept('user'),
    answers: kept('assistant'),
    outcome,
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
