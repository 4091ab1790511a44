import type { ToldRun } from '#contract/observed-run'
import type { Exchange } from '#promises/shared/answers.checks'
import type { Refusal } from './impossible-requests.checks.ts'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { costQuestion } from '#promises/shared/assignments'
import { Inquiry } from '#promises/shared/question-run'
import { exchangeOf } from '#promises/shared/questions'

interface Errand {
  readonly inquiry: Inquiry
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
  const inquiry = await Inquiry.put(person.device, text)
  person.memory.note(ERRAND, { inquiry, source })
  const claim = inquiry.accepted().then(({ runId }) => scenario.faults.claimRun(runId))
  await claim.catch(() => undefined)
}

/** What came of it: what was told, what is on record, and what is kept in the conversation. */
export async function refusalOf(person: Person): Promise<Refusal> {
  const { inquiry, source } = person.memory.recall(ERRAND)
  const run = await inquiry.ended()
  const { backend } = person.device
  const [record, messages] = await Promise.all([
    backend.mustRun((await inquiry.accepted()).runId),
    backend.mustMessages(inquiry.threadId),
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
export async function errandAndWork({ memory }: Person): Promise<{ run: ToldRun; asked: string[] }> {
  const { inquiry } = memory.recall(ERRAND)
  return { run: await inquiry.ended(), asked: [inquiry.text] }
}

/** Asks something ordinary in the same conversation. */
export async function askOnAfterwards(person: Person): Promise<Exchange> {
  const { inquiry } = person.memory.recall(ERRAND)
  const question = costQuestion(person)
  const next = await Inquiry.put(person.device, question.text, inquiry.threadId)
  return exchangeOf(question, await next.ended())
}
