import { FeatureFault } from '#errors/feature-fault'
import { askedBy, observedRunOf } from '#promises/shared/asking'
import type { Assignment } from '#promises/shared/assignments'
import { answersTo } from '#promises/shared/run-history'
import type { Person } from '#world/person'
import type { Deliverable, Rereading } from './deliverable.checks.ts'

/** The same work, if it has as many parts as a feature says. @throws {FeatureFault} naming the number that works */
export function inParts(count: number, assignment: Assignment): Assignment {
  const { length } = assignment.parts
  if (length !== count) throw new FeatureFault(`this work has ${length} parts, not ${count}: say ${length}`)
  return assignment
}

/** What was asked for last, and the run that worked it out. @throws {NotObserved} */
export async function deliverableOf(person: Person): Promise<Deliverable> {
  const { parts, monthlyCost, quantities } = askedBy(person).assignment
  return { run: await observedRunOf(person), parts, monthlyCost, quantities }
}

/** Signs in on another device, and looks the deliverable up in its thread. @throws {NotObserved | UnexpectedAnswer} */
export async function readAgain(person: Person): Promise<Rereading> {
  const { text: told, runId } = await observedRunOf(person)
  const other = person.addDevice()
  await person.signIn(other)
  const messages = await other.backend.mustMessages(askedBy(person).run.threadId)
  return { told, read: answersTo(runId, messages).at(-1)?.content }
}
