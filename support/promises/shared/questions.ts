import type { MessageAnswer } from '#contract/answers'
import type { ToldRun } from '#contract/observed-run'
import type { Exchange, GroundedQuestion } from './answers.checks.ts'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import { costQuestion } from './assignments.ts'
import { Inquiry } from './question-run.ts'

/** Puts a question and waits until it is accepted. @throws {NotObserved} */
export async function mustAsk(device: Device, text: string): Promise<Inquiry> {
  const inquiry = await Inquiry.put(device, text)
  await inquiry.accepted()
  return inquiry
}

/** A question and what came of it, as far as the check of an answer is concerned. */
export function exchangeOf(question: GroundedQuestion, { outcome, text }: ToldRun): Exchange {
  return { question, ending: { outcome, text } }
}

/** Asks what a workload costs, and waits for the answer. @returns also what the conversation then holds */
export async function askAndAwait(
  person: Person,
): Promise<Exchange & { readonly messages: MessageAnswer[] }> {
  const question = costQuestion(person)
  const inquiry = await Inquiry.put(person.device, question.text)
  const run = await inquiry.ended()
  return {
    ...exchangeOf(question, run),
    messages: await person.device.backend.mustMessages(inquiry.threadId),
  }
}

/** Opens a line first, for somebody who has just signed in. */
export async function comeAndAsk(person: Person): Promise<Exchange> {
  await person.device.openLine()
  return askAndAwait(person)
}

/** Has a conversation of this title, with a question and its answer in it. */
export async function converse(person: Person, title: string): Promise<void> {
  await person.device.openLine()
  await person.device.beginConversation(`${title} of ${person.marker}`)
  await askAndAwait(person)
  await person.device.hangUp()
}
