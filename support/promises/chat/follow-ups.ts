import { questionAndAnswer, askedBy, askElsewhere } from '#promises/shared/asking'
import type { QuestionAndAnswer, Repetition } from '#promises/shared/answers.checks'
import { costQuestion } from '#promises/shared/assignments'
import { answersPing } from '#promises/shared/ping'
import { QuestionRun } from '#promises/shared/question-run'
import { monthlyCostOf } from '#promises/shared/workload'
import type { Person } from '#world/person'

/** Asks about another workload, in another thread. @throws {NotObserved} */
export function askAnother(person: Person): Promise<QuestionAndAnswer> {
  return askElsewhere(person.device, costQuestion(person, 'egret'))
}

/** Asks on, in the same thread, without saying again what it is about. @throws {NotObserved} */
export async function followUp(person: Person): Promise<QuestionAndAnswer> {
  const { assignment, run } = askedBy(person)
  const text = 'And what would it cost a month at twice as many requests?'
  const doubled = { ...assignment, text, monthlyCost: monthlyCostOf(assignment.facts, 2) }
  const next = await QuestionRun.ask(person.device, text, run.threadId)
  return questionAndAnswer(doubled, await next.ended())
}

/** Sends the same message twice live, as by a double click, and once more by a call. */
export async function sendTwice(person: Person): Promise<Repetition> {
  const { device } = person
  const from = device.connection.received.mark()
  const first = await QuestionRun.askInNewThread(device, costQuestion(person, 'crane').text)
  const { threadId, text, clientMessageId } = first
  device.connection.sendUserMessage(threadId, text, clientMessageId)
  const { outcome } = await first.ended()
  const byCall = await device.backend.mustSendMessage(threadId, text, clientMessageId)
  await answersPing(device.connection)
  const accepted = device.connection.received.since(from).flatMap(({ value }) => {
    const isIt = value.type === 'message_accepted' && value.payload.client_message_id === clientMessageId
    return isIt ? [value.payload.run_id] : []
  })
  const messages = await device.backend.mustMessages(threadId)
  const kept = (role: string): number => messages.filter((message) => message.role === role).length
  const runs = [...accepted, byCall.run_id]
  return { acceptances: runs.length, runs, questions: kept('user'), answers: kept('assistant'), outcome }
}
