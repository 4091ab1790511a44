import type { RunId, ThreadId } from '#clients/ids'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { terminalEventOn } from './connection-events.ts'

/** Fewer than may be worked on at once. */
const AT_ONCE = 3

/**
 * Says so many things in a thread that ask for nothing, each stopped when it was taken: for a conversation that is long.
 * Where nothing can be stopped, nothing is said.
 *
 * @throws {NotObserved | UnexpectedAnswer}
 */
export async function makeSmallTalk(
  person: Person,
  threadId: ThreadId,
  count: number,
  { faults, offers }: Scenario,
): Promise<void> {
  if (!offers.has('cancel')) return
  const { backend, connection } = person.device
  let next = 0
  const goOn = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) {
      const text = `Thank you, that is noted (${String.fromCharCode(97 + (number % 26))}).`
      const runId = (await backend.mustSendMessage(threadId, text)).run_id as RunId
      faults.expectRunFailure(runId)
      connection.stopRun(runId)
      await terminalEventOn(connection, runId, connection.patience)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, goOn))
}
