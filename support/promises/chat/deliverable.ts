import type { Deliverable } from './deliverable.checks.ts'
import type { Person } from '#world/person'
import { ASKED, observedRunOf } from '#promises/shared/asking'

export async function deliverableOf(person: Person): Promise<Deliverable> {
  const { parts, monthlyCost } = person.memory.recall(ASKED).assignment
  return { run: await observedRunOf(person), parts, monthlyCost }
}

/** Comes in anew on another device, and looks the deliverable up in its conversation. */
export async function readAgain(person: Person): Promise<{ told: string; read: string | undefined }> {
  const { run } = person.memory.recall(ASKED)
  const { text: told, runId } = await observedRunOf(person)
  const other = person.addDevice()
  await person.signIn(other)
  const messages = await other.backend.mustMessages(run.threadId)
  const answers = messages.filter(({ role, run_id }) => role === 'assistant' && run_id === runId)
  return { told, read: answers.at(-1)?.content }
}
