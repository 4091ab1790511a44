import type { LiveConnection } from '#clients/live-connection'
import type { FrameOf, ReceivedFrame, ServerFrame } from '#contract/frames'
import { milliseconds, seconds, type Duration } from '#waiting/duration'
import { EventLog, type Entry } from '#waiting/event-log'
import type { Person } from '#world/person'
import type { SignOfLife } from './idle-connection.checks.ts'

/** Signs in, and opens a connection on which nothing will happen. @throws {UnexpectedAnswer | NoConnection} */
export async function listenIdly(person: Person): Promise<void> {
  await person.signIn()
  await person.device.connect()
}

/** Waits for a sign of life on a connection on which nothing happens. @throws {NotObserved} */
export async function signOfLife({ device: { connection } }: Person): Promise<SignOfLife> {
  const { patience } = connection
  const welcome = await firstOn(connection, 'connection_established', patience)
  const interval = seconds(welcome.value.payload.heartbeat_interval_seconds)
  const heartbeat = await firstOn(connection, 'heartbeat', milliseconds(interval.ms + patience.ms))
  const types = connection.received.since(EventLog.START).map(({ value }) => value.type)
  const others = types.filter((type) => type !== 'heartbeat' && type !== 'connection_established')
  return { interval, took: milliseconds(heartbeat.at - welcome.at), others }
}

/** The first frame of a type, and when it came. */
function firstOn<Type extends ServerFrame['type']>(
  { received, person }: LiveConnection,
  type: Type,
  limit: Duration,
): Promise<Entry<FrameOf<Type>>> {
  const isIt = (heard: ReceivedFrame): heard is FrameOf<Type> => heard.type === type
  return received.waitFor({ what: `${type} on ${person}'s line`, from: EventLog.START, limit }, isIt)
}
