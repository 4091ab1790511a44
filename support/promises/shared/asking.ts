import type { MessageAnswer } from '#contract/answers'
import type { ObservedRun } from '#contract/observed-run'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import type { GroundedQuestion, QuestionAndAnswer, ThreadContent } from './answers.checks.ts'
import { costQuestion, type Assignment } from './assignments.ts'
import { QuestionRun } from './question-run.ts'
import { SharedState } from './state.ts'

/** What somebody has asked for, and the run that works on it. */
export interface Asked {
  readonly assignment: Assignment
  readonly run: QuestionRun
}

/** Signs in, opens a connection and creates a thread. @throws {UnexpectedAnswer | NoConnection} */
export async function startWatching(person: Person): Promise<void> {
  await person.signIn()
  await person.device.connect()
  await person.device.createThread(`Costs of ${person.marker}`)
}

/** Asks for something in the thread of the device, live; a device without a connection opens one. @param name of the message */
export async function askFor(person: Person, assignment: Assignment, name?: string): Promise<void> {
  await ensureConnected(person.device)
  const run = await QuestionRun.ask(person.device, assignment.text, undefined, name)
  person.state.of(SharedState).asked.set({ assignment, run })
}

/** Opens a connection, where there is none yet. */
async function ensureConnected(device: Device): Promise<void> {
  if (!device.isConnected) await device.connect()
}

/** What was asked last. @throws {StepTooEarly} */
export function askedBy({ state }: Person): Asked {
  return state.of(SharedState).asked.get()
}

/** The run of what was asked last, once it has ended. @throws {NotObserved} */
export function observedRunOf(person: Person): Promise<ObservedRun> {
  return askedBy(person).run.ended()
}

/** The same, with what its owner has said. @throws {NotObserved} */
export async function runAndQuestions(person: Person): Promise<{ run: ObservedRun; asked: string[] }> {
  const run = await observedRunOf(person)
  return { run, asked: [run.question] }
}

/** What was asked last, and what came of it. @throws {NotObserved} */
export async function questionAndAnswerOf(person: Person): Promise<QuestionAndAnswer> {
  return questionAndAnswer(askedBy(person).assignment, await observedRunOf(person))
}

/** The thread in which it was asked, as it stands now. @throws {NotObserved | UnexpectedAnswer} */
export async function threadContentOf(person: Person): Promise<ThreadContent> {
  const exchange = await questionAndAnswerOf(person)
  return { exchanges: [exchange], messages: await messagesOf(person.device, askedBy(person).run) }
}

/** A question and what came of it, as far as the check of an answer is concerned. */
export function questionAndAnswer(question: GroundedQuestion, run: ObservedRun): QuestionAndAnswer {
  const { outcome, text } = run
  return { question, ending: { outcome, text } }
}

/** Asks in the thread of the device, and waits for the end. @throws {NotObserved} */
export async function askAndAwait(device: Device, question: GroundedQuestion): Promise<QuestionAndAnswer> {
  await ensureConnected(device)
  const run = await QuestionRun.ask(device, question.text)
  return questionAndAnswer(question, await run.ended())
}

/** Asks in a thread of its own, and waits for the end. @throws {NotObserved} */
export async function askElsewhere(device: Device, question: GroundedQuestion): Promise<QuestionAndAnswer> {
  const run = await QuestionRun.askInNewThread(device, question.text)
  return questionAndAnswer(question, await run.ended())
}

/** Has a thread of this title, with a question and its answer in it, and is connected no more. */
export async function converse(person: Person, title: string): Promise<void> {
  const { device, marker } = person
  await device.connect()
  await device.createThread(`${title} of ${marker}`)
  await askAndAwait(device, costQuestion(person))
  await device.disconnect()
}

function messagesOf({ backend }: Device, { threadId }: QuestionRun): Promise<MessageAnswer[]> {
  return backend.mustMessages(threadId)
}
