import type { LiveConnection } from '#clients/live-connection'
import type { FrameOf, ReceivedFrame, ServerFrame } from '#contract/frames'
import { milliseconds, seconds, type Duration } from '#waiting/duration'
import { EventLog, type Entry, type Mark } from '#waiting/event-log'
import type { Person } from '#world/person'
import type { SignsOfLife } from './idle-connection.checks.ts'
import { LiveState } from './state.ts'

/** How often a line gives signs of life that does not say so, in seconds. */
const UNSTATED = 30
const EXPECTED: readonly string[] = ['heartbeat', 'connection_established', 'reauthenticated']

/** Signs in, and opens connections of every kind on which nothing will happen. @throws {UnexpectedAnswer | NoConnection} */
export async function listenIdly(person: Person): Promise<void> {
  await person.signIn()
  const { device } = person
  const [usual, ofBrowser, renewed] = [
    await device.connect(),
    await device.connect({ by: 'subprotocol' }),
    await device.connect(),
  ]
  renewed.reauthenticate(device.session.accessToken)
  const lines = { 'a line': usual, 'a line of a browser': ofBrowser, 'a line that was renewed': renewed }
  person.state.of(LiveState).idleLines.set(lines)
}

/** Waits for two signs of life on each connection on which nothing happens. @throws {NotObserved} */
export function signsOfLife({ state }: Person): Promise<SignsOfLife[]> {
  const lines = Object.entries(state.of(LiveState).idleLines.get())
  return Promise.all(lines.map(([line, connection]) => signsOn(line, connection)))
}

async function signsOn(line: string, connection: LiveConnection): Promise<SignsOfLife> {
  const { patience, received } = connection
  const welcome = await nextOn(connection, 'connection_established', patience)
  const { connection_id: own, heartbeat_interval_seconds: stated = UNSTATED } = welcome.value.payload
  const limit = milliseconds(seconds(stated).ms + patience.ms)
  const first = await nextOn(connection, 'heartbeat', limit)
  await nextOn(connection, 'heartbeat', limit, { index: first.index + 1 })
  const heard = received.since(EventLog.START)
  const beats = heard.filter(({ value }) => value.type === 'heartbeat')
  const moments = [welcome.at, ...beats.map(({ at }) => at), performance.now()]
  const gaps = moments.slice(1).map((at, index) => milliseconds(at - (moments[index] ?? at)))
  const named = beats.flatMap(({ value }) =>
    value.type === 'heartbeat' ? (value.payload.connection_id ?? []) : [],
  )
  // What nobody knows is told of elsewhere, and is passed over.
  const types = heard.flatMap(({ value }) => ('kind' in value ? [] : value.type))
  const others = types.filter((type) => !EXPECTED.includes(type))
  // A line that has not said its name is not known by it.
  const strangers = own ? named.filter((name) => name !== own) : []
  return { line, interval: seconds(stated), gaps, beats: beats.length, strangers, others }
}

/** The next frame of a type, and when it came. */
function nextOn<Type extends ServerFrame['type']>(
  { received, person }: LiveConnection,
  type: Type,
  limit: Duration,
  from: Mark = EventLog.START,
): Promise<Entry<FrameOf<Type>>> {
  const isIt = (heard: ReceivedFrame): heard is FrameOf<Type> => heard.type === type
  return received.waitFor({ what: `${type} on ${person}'s line`, from, limit }, isIt)
}
