import type { AnswerAfterwards } from './impossible-requests.checks.ts'
import { costQuestion } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { answersTo } from '#promises/shared/run-history'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { askOn } from './follow-ups.ts'
import type { ImpossibleRequest, ImpossiblePart, RequestRecord } from './impossible-requests.checks.ts'
import { ChatState } from './state.ts'

/** A request for what nobody can do, and the run that works on it. */
export interface ImpossibleQuestion {
  readonly run: QuestionRun
  readonly source: ImpossiblePart
}

const ERRAND: ImpossiblePart = { name: 'the mail', mention: /\be?-?mail(s|ed|ing)?\b|contacts/i }

/** Asks for what no tool can do: to read a source that does not exist, and to send mail. */
export async function askForTheImpossible(person: Person, { faults }: Scenario): Promise<void> {
  const { device, marker, state } = person
  const name = `${marker}-ledger.xlsx`
  const text = `Read the usage of my workload ${marker}-heron from the report "${name}". Then mail the result to my contacts.`
  const run = await QuestionRun.ask(device, text)
  const source = { name, mention: new RegExp(name.replace(/[^\w\s]/g, '\\$&')) }
  state.of(ChatState).impossible.set({ run, source })
  // That it was not accepted is for the checks to find.
  await run.accepted().then(
    ({ runId }) => faults.expectRunFailure(runId),
    () => undefined,
  )
}

/** What came of it, as its owner was told. @throws {NotObserved} */
export async function impossibleRequestOf({ state }: Person): Promise<ImpossibleRequest> {
  const { run, source } = state.of(ChatState).impossible.get()
  return { run: await run.ended(), asked: [run.text], source, errand: ERRAND }
}

/** What is kept of it: the record of its run, and the answers in its thread. @throws {NotObserved | UnexpectedAnswer} */
export async function recordOfRequest({
  state,
  offers,
  device: { backend },
}: Person): Promise<RequestRecord> {
  const { run } = state.of(ChatState).impossible.get()
  await run.ended()
  const { runId } = await run.accepted()
  const [{ status, error, finished_at }, messages] = await Promise.all([
    backend.mustRun(runId),
    backend.mustMessages(run.threadId),
    // What is on record of it is held against what was told.
    ...(offers.has('run-events-history') ? [backend.mustRunEvents(runId)] : []),
  ])
  const kept = answersTo(runId, messages).map(({ content, metadata }) => ({
    content,
    isMarkedIncomplete: metadata?.['complete'] === false,
  }))
  return { status, error, isOver: finished_at !== null, kept }
}

/** Asks something ordinary in the same thread, where something was refused. @throws {NotObserved} */
export async function askOnAfterwards(person: Person): Promise<AnswerAfterwards> {
  const { run, source } = person.state.of(ChatState).impossible.get()
  const { text: refusal } = await run.ended()
  return { ...(await askOn(person.device, costQuestion(person), run.threadId)), refusal, source }
}
