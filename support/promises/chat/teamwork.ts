import { askedBy, observedRunOf } from '#promises/shared/asking'
import type { Person } from '#world/person'
import type { RunWithRecord } from './teamwork.checks.ts'

/** The run of what was asked last, once it has ended, and its record. @throws {NotObserved | UnexpectedAnswer} */
export async function runWithRecord(person: Person): Promise<RunWithRecord> {
  const run = await observedRunOf(person)
  const { runId } = await askedBy(person).run.accepted()
  return { run, record: await person.device.backend.mustRun(runId) }
}
