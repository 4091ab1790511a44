import type { MessageAnswer } from '#contract/answers'
import type { ObservedRun } from '#contract/observed-run'
import type { QuestionAndAnswer, GroundedQuestion } from './answers.checks.ts'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import { costQuestion } from './assignments.ts'
import { QuestionRun } from './question-run.ts'

/** Puts a question and waits until it is accepted. @throws {NotObserved} */
export async function mustAsk(device: Device, text: string): Promise<QuestionRun> {
  const questionRun = await QuestionRun.ask(device, text)
  await questionRun.accepted()
  return questionRun
}

/** A question and what came of it, as far as the check of an answer is concerned. */
export function questionAndAnswer(
  question: GroundedQuestion,
  { outcome, text }: ObservedRun,
): QuestionAndAnswer {
  return { question, ending: { outcome, text } }
}

/** Asks what a workload costs, and waits for the answer. @returns also what the conversation then holds */
export async function askAndAwait(
  person: Person,
): Promise<QuestionAndAnswer & { readonly messages: MessageAnswer[] }> {
  const question = costQuestion(person)
  const questionRun = await QuestionRun.ask(person.device, question.text)
  const run = await questionRun.ended()
  return {
    ...questionAndAnswer(question, run),
    messages: await person.device.backend.mustMessages(questionRun.threadId),
  }
}

/** Opens a line first, for somebody who has just signed in. */
export async function comeAndAsk(person: Person): Promise<QuestionAndAnswer> {
  await person.device.connect()
  return askAndAwait(person)
}

/** Has a conversation of this title, with a question and its answer in it. */
export async function converse(person: Person, title: string): Promise<void> {
  await person.device.connect()
  await person.device.createThread(`${title} of ${person.marker}`)
  await askAndAwait(person)
  await person.device.disconnect()
}
