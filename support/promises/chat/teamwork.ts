import type { QuestionAndAnswer } from '#promises/shared/answers.checks'
import { askedBy, askElsewhere, observedRunOf } from '#promises/shared/asking'
import { cheapestQuestion } from '#promises/shared/assignments'
import type { Person } from '#world/person'
import type { RunWithRecord } from './teamwork.checks.ts'

/** The run of what was asked last, once it has ended, and its record. @throws {NotObserved | UnexpectedAnswer} */
export async function runWithRecord(person: Person): Promise<RunWithRecord> {
  const run = await observedRunOf(person)
  const { runId } = await askedBy(person).run.accepted()
  return { run, record: await person.device.backend.mustRun(runId) }
}

/** Asks what would cost less where nothing does: whoever watches the tools judges what they compute. @throws {NotObserved} */
export function compareTheCheapest(person: Person): Promise<QuestionAndAnswer> {
  return askElsewhere(person.device, cheapestQuestion(person, 'linnet'))
}
