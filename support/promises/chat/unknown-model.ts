import { assignment } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { describeAtListedPrice, newWorkload } from '#promises/shared/workload'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { askOn } from './follow-ups.ts'
import type { UnpricedQuestion } from './unknown-model.checks.ts'

/** Asks, in a thread of its own, what a workload costs on a model that is in no catalogue; then its prices are told. @throws {NotObserved} */
export async function askAboutUnknownModel(person: Person, { faults }: Scenario): Promise<UnpricedQuestion> {
  // A price of nothing is a price.
  const facts = { ...newWorkload(person, 'stork'), model: `gpt-${person.marker}`, inputPrice: 0 }
  const question = assignment(facts, `${describeAtListedPrice(facts)} What does it cost a month?`)
  const run = await QuestionRun.askInNewThread(person.device, question.text)
  const { runId } = await run.accepted()
  faults.expectRunFailure(runId)
  const failed = await run.ended()
  const { inputPrice, outputPrice } = facts
  const prices = `It is $${inputPrice} per million input tokens and $${outputPrice} per million output tokens.`
  const told = assignment(facts, `${prices} What does it cost a month?`)
  return { question, run: failed, priced: await askOn(person.device, told, run.threadId) }
}
