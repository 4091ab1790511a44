import type { Device } from '#world/device'
import type { Scenario } from '#world/scenario'
import { replayFaults, resume } from './connection-events.ts'

/** Reads the newest thread of a device, and is told again all that was told of it. @throws {UnexpectedAnswer} */
export async function readAllAgain(
  { backend, connection, threadId }: Device,
  { offers }: Pick<Scenario, 'offers'>,
): Promise<void> {
  await backend.mustMessages(threadId)
  if (offers.has('resume')) await replayFaults(connection, resume(connection, threadId, 0))
}
