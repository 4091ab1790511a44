import type { ObservedRun } from '#contract/observed-run'
import type { QuestionAndAnswer } from '#promises/shared/answers.checks'
import type { ImpossibleRequest } from './impossible-requests.checks.ts'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { costQuestion } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { questionAndAnswer } from '#promises/shared/questions'

interface Errand {
  readonly questionRun: QuestionRun
  readonly source: string
}

const ERRAND = topic<Errand>('asked for what nobody can do')
const SENDING = /\be?-?mail(s|ed|ing)?\b|contacts/i

/** Asks for what no tool can do: to read a source that does not exist, and to send mail. */
export async function askForTheImpossible(person: Person, scenario: Scenario): Promise<void> {
  const source = `${person.marker}-ledger.xlsx`
  const text =
    `Read the usage of my workload ${person.marker}-heron from the report "${source}". ` +
    'Then mail the result to my contacts.'
  const questionRun = await QuestionRun.ask(person.device, text)
  person.memory.note(ERRAND, { questionRun, source })
  const claim = questionRun.accepted().then(({ runId }) => scenario.faults.expectRunFailure(runId))
  await claim.catch(() => undefined)
}

/** What came of it: what was told, what is on record, and what is kept in the conversation. */
export async function impossibleRequestOf(person: Person): Promise<ImpossibleRequest> {
  const { questionRun, source } = person.memory.recall(ERRAND)
  const run = await questionRun.ended()
  const { backend } = person.device
  const [record, messages] = await Promise.all([
    backend.mustRun((await questionRun.accepted()).runId),
    backend.mustMessages(questionRun.threadId),
  ])
  const kept = messages.filter(({ role, run_id }) => role === 'assistant' && run_id === run.runId)
  return {
    ...{ run, source, errand: SENDING },
    record: { status: record.status, error: record.error, isOver: record.finished_at !== null },
    kept: kept.map(({ content, metadata }) => ({
      content,
      isMarkedIncomplete: metadata['complete'] === false,
    })),
  }
}

/** What was said by both sides. */
export async function errandAndWork({ memory }: Person): Promise<{ run: ObservedRun; asked: string[] }> {
  const { questionRun } = memory.recall(ERRAND)
  return { run: await questionRun.ended(), asked: [questionRun.text] }
}

/** Asks something ordinary in the same conversation. */
export async function askOnAfterwards(person: Person): Promise<QuestionAndAnswer> {
  const { questionRun } = person.memory.recall(ERRAND)
  const question = costQuestion(person)
  const next = await QuestionRun.ask(person.device, question.text, questionRun.threadId)
  return questionAndAnswer(question, await next.ended())
}
