import type { MessageAnswer } from '#contract/answers'
import type { ToldRun } from '#contract/observed-run'
import type { Exchange, Repetition } from './answers.checks.ts'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import { costQuestion, type Assignment } from './assignments.ts'
import { Inquiry } from './question-run.ts'
import { answersPing } from './ping.ts'
import { exchangeOf } from './questions.ts'
import { monthlyCostOf } from './workload.ts'

/** What somebody has asked for, and is being worked on. */
export interface Asked {
  readonly assignment: Assignment
  readonly inquiry: Inquiry
}

export const ASKED = topic<Asked>('asked for anything')

/** Comes in and listens, with a conversation begun. */
export async function startWatching(person: Person): Promise<void> {
  await person.arrive()
  await person.device.openLine()
  await person.device.beginConversation(`Costs of ${person.marker}`)
}

export async function askFor(person: Person, assignment: Assignment): Promise<void> {
  person.memory.note(ASKED, { assignment, inquiry: await Inquiry.put(person.device, assignment.text) })
}

/** The work that was asked for, once it has ended. @throws {NotObserved} */
export function workOf({ memory }: Person): Promise<ToldRun> {
  return memory.recall(ASKED).inquiry.ended()
}

/** The same, with what its owner has said. */
export async function workAndWords(person: Person): Promise<{ run: ToldRun; asked: string[] }> {
  const run = await workOf(person)
  return { run, asked: [run.question] }
}

/** What was asked, and what came of it. */
export async function exchangeWith(person: Person): Promise<Exchange> {
  return exchangeOf(person.memory.recall(ASKED).assignment, await workOf(person))
}

/** The conversation in which it was asked, as it stands now. */
export async function conversationOf(
  person: Person,
): Promise<{ exchanges: Exchange[]; messages: MessageAnswer[] }> {
  const { inquiry } = person.memory.recall(ASKED)
  const exchanges = [await exchangeWith(person)]
  return { exchanges, messages: await person.device.backend.mustMessages(inquiry.threadId) }
}

/** Asks about another workload, in another conversation. */
export async function askAnother(person: Person): Promise<Exchange> {
  const question = costQuestion(person, 'egret')
  return exchangeOf(question, await (await Inquiry.putAnew(person.device, question.text)).ended())
}

/** Asks on, in the same conversation, without saying again what it is about. */
export async function followUp(person: Person): Promise<Exchange> {
  const { assignment, inquiry } = person.memory.recall(ASKED)
  const text = 'And what would it cost a month at twice as many requests?'
  const doubled = { ...assignment, text, monthlyCost: monthlyCostOf(assignment.facts, 2) }
  return exchangeOf(doubled, await (await Inquiry.put(person.device, text, inquiry.threadId)).ended())
}

/** Sends the same message twice on the line, as by a double click, and once more by a call. */
export async function sendTwice(person: Person): Promise<Repetition> {
  const { device } = person
  const from = device.line.heard.mark()
  const first = await Inquiry.putAnew(device, costQuestion(person, 'crane').text)
  const { threadId, text, clientMessageId } = first
  device.line.ask(threadId, text, clientMessageId)
  const { outcome } = await first.ended()
  const byCall = await device.backend.mustSendMessage(threadId, text, clientMessageId)
  await answersPing(device.line)
  const accepted = device.line.heard.since(from).flatMap(({ value }) => {
    const isIt = value.type === 'message_accepted' && value.payload.client_message_id === clientMessageId
    return isIt ? [value.payload.run_id] : []
  })
  const messages = await device.backend.mustMessages(threadId)
  const kept = (role: string): number => messages.filter((message) => message.role === role).length
  const runs = [...accepted, byCall.run_id]
  return { acceptances: runs.length, runs, questions: kept('user'), answers: kept('assistant'), outcome }
}
