import { startStopwatch } from '#waiting/deadline'
import { seconds, type Duration } from '#waiting/duration'
import { EventLog } from '#waiting/event-log'
import type { Person } from '#world/person'
import { latestSign } from './idle-connection.checks.ts'

/** What it takes to notice a word that was said long ago. */
const NOTICE = seconds(2)

/** Comes in, and opens a line on which nothing will happen. */
export async function listenIdly(person: Person): Promise<void> {
  await person.signIn()
  await person.device.connect()
}

/** Waits for a sign of life on a line on which nothing happens. @throws {NotObserved} */
export async function signOfLife({
  device,
}: Person): Promise<{ interval: Duration; took: Duration; others: string[] }> {
  const { connection } = device
  const elapsed = startStopwatch()
  const welcome = await connection.mustReceive('connection_established', EventLog.START, NOTICE)
  const interval = seconds(welcome.payload.heartbeat_interval_seconds)
  await connection.mustReceive('heartbeat', EventLog.START, latestSign(interval))
  const types = connection.received.since(EventLog.START).map(({ value }) => value.type)
  const others = types.filter((type) => type !== 'heartbeat' && type !== 'connection_established')
  return { interval, took: elapsed(), others }
}
