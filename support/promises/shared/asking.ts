import type { MessageAnswer } from '#contract/answers'
import type { ObservedRun } from '#contract/observed-run'
import type { QuestionAndAnswer, Repetition } from './answers.checks.ts'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import { costQuestion, type Assignment } from './assignments.ts'
import { QuestionRun } from './question-run.ts'
import { answersPing } from './ping.ts'
import { questionAndAnswer } from './questions.ts'
import { monthlyCostOf } from './workload.ts'

/** What somebody has asked for, and is being worked on. */
export interface Asked {
  readonly assignment: Assignment
  readonly run: QuestionRun
}

export const ASKED = topic<Asked>('asked for anything')

/** Comes in and listens, with a conversation begun. */
export async function startWatching(person: Person): Promise<void> {
  await person.signIn()
  await person.device.connect()
  await person.device.createThread(`Costs of ${person.marker}`)
}

export async function askFor(person: Person, assignment: Assignment): Promise<void> {
  person.memory.note(ASKED, { assignment, run: await QuestionRun.ask(person.device, assignment.text) })
}

/** The work that was asked for, once it has ended. @throws {NotObserved} */
export function observedRunOf({ memory }: Person): Promise<ObservedRun> {
  return memory.recall(ASKED).run.ended()
}

/** The same, with what its owner has said. */
export async function runAndQuestions(person: Person): Promise<{ run: ObservedRun; asked: string[] }> {
  const run = await observedRunOf(person)
  return { run, asked: [run.question] }
}

/** What was asked, and what came of it. */
export async function questionAndAnswerOf(person: Person): Promise<QuestionAndAnswer> {
  return questionAndAnswer(person.memory.recall(ASKED).assignment, await observedRunOf(person))
}

/** The conversation in which it was asked, as it stands now. */
export async function threadContentOf(
  person: Person,
): Promise<{ exchanges: QuestionAndAnswer[]; messages: MessageAnswer[] }> {
  const { run } = person.memory.recall(ASKED)
  const exchanges = [await questionAndAnswerOf(person)]
  return { exchanges, messages: await person.device.backend.mustMessages(run.threadId) }
}

/** Asks about another workload, in another conversation. */
export async function askAnother(person: Person): Promise<QuestionAndAnswer> {
  const question = costQuestion(person, 'egret')
  return questionAndAnswer(
    question,
    await (await QuestionRun.askInNewThread(person.device, question.text)).ended(),
  )
}

/** Asks on, in the same conversation, without saying again what it is about. */
export async function followUp(person: Person): Promise<QuestionAndAnswer> {
  const { assignment, run } = person.memory.recall(ASKED)
  const text = 'And what would it cost a month at twice as many requests?'
  const doubled = { ...assignment, text, monthlyCost: monthlyCostOf(assignment.facts, 2) }
  return questionAndAnswer(doubled, await (await QuestionRun.ask(person.device, text, run.threadId)).ended())
}

/** Sends the same message twice on the line, as by a double click, and once more by a call. */
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
