import type { Deliverable } from './deliverable.checks.ts'
import type { Person } from '#world/person'
import { ASKED, workOf } from '#promises/shared/asking'

export async function deliverableOf(person: Person): Promise<Deliverable> {
  const { parts, monthlyCost } = person.memory.recall(ASKED).assignment
  return { run: await workOf(person), parts, monthlyCost }
}

/** Comes in anew on another device, and looks the deliverable up in its conversation. */
export async function readAgain(person: Person): Promise<{ told: string; read: string | undefined }> {
  const { inquiry } = person.memory.recall(ASKED)
  const { text: told, runId } = await workOf(person)
  const other = person.addDevice()
  await person.arrive(other)
  const messages = await other.backend.mustMessages(inquiry.threadId)
  const answers = messages.filter(({ role, run_id }) => role === 'assistant' && run_id === runId)
  return { told, read: answers.at(-1)?.content }
}
