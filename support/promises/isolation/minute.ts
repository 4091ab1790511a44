import type { RunId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import { ERRORS } from '#contract/codes'
import { LIMITS } from '#contract/limits'
import { NotTestable } from '#expect/seen'
import { terminalEventOn } from '#promises/shared/connection-events'
import { startWatching } from '#promises/shared/asking'
import { ownCallsOf } from '#promises/shared/own-calls'
import { readAllAgain } from '#promises/shared/reading-again'
import { formatDuration, milliseconds, seconds } from '#waiting/duration'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { FullMinute, Refusal } from './minute.checks.ts'
import { sendByCall, sendOnLine, type Sent } from './sending.ts'

/** So many are worked on at once: fewer than may be, so that nothing is refused for that. */
const AT_ONCE = LIMITS.runsAtOnce - 2
/** Later than that, the minute would be over before the last of them is refused. */
const LONGEST = seconds(45)
const FAR = LIMITS.messagesPerMinute - 6

/**
 * Sends as many messages as anybody may within a minute (`most`), on two lines and by calls in turn, each stopped when it
 * was taken; then one more on each way, and in another session. Meanwhile others send one.
 *
 * @throws {NotTestable} where it takes too long, or work cannot be stopped
 */
export async function fillTheMinute(
  person: Person,
  most: number,
  others: readonly Person[],
  scenario: Scenario,
): Promise<FullMinute> {
  if (!scenario.offers.has('cancel')) throw new NotTestable('it would take a platform that offers cancel')
  await startWatching(person)
  const lines = [person.device.connection, await person.addDeviceOfSameSession().connect()]
  for (const { number } of lines) scenario.faults.expectErrors(number, ERRORS.tooMany)
  const ways: readonly Way[] = [...lines, BY_CALL]
  const from = performance.now()
  const sent = await sendAll(person, most, ways, scenario)
  const took = milliseconds(performance.now() - from)
  if (took.ms > LONGEST.ms)
    throw new NotTestable(`a minute is too short: so many messages took ${formatDuration(took)}`)
  const [more, othersTaken] = await Promise.all([
    Promise.all([...ways.map((way) => sendAndStop(person, way, scenario)), sendElsewhere(person, scenario)]),
    Promise.all(others.map((other) => isTaken(other, scenario))),
  ])
  // Whoever watches compares it with all that was said, on a page far into it, too.
  await Promise.all([readAllAgain(person.device, scenario), readFarInto(person)])
  return { ...whatCameOf(sent), more: more.map((one) => refusalsIn([one])[0]), from, others: othersTaken }
}

/** A page that begins where no first page reaches. */
async function readFarInto(person: Person): Promise<void> {
  const query = { limit: '7', offset: String(FAR) }
  await ownCallsOf(person)('messages', { id: person.device.threadId, query })
}

function whatCameOf(sent: readonly Sent[]): Pick<FullMinute, 'taken' | 'early' | 'firstTaken'> {
  const taken = sent.flatMap((one) => ('runId' in one ? [one.at] : []))
  return { taken: taken.length, early: refusalsIn(sent), firstTaken: Math.min(...taken) }
}

/** A few at a time, until so many are sent or one is refused. */
async function sendAll(
  person: Person,
  most: number,
  ways: readonly Way[],
  scenario: Scenario,
): Promise<Sent[]> {
  const sent: Sent[] = []
  let next = 0
  const sendOn = async (): Promise<void> => {
    for (let number = next++; number < most; number = next++) {
      const one = await sendAndStop(person, ways[number % ways.length] ?? BY_CALL, scenario)
      sent.push(one)
      if (!('runId' in one)) return
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendOn))
  return sent
}

function refusalsIn(sent: readonly Sent[]): Refusal[] {
  return sent.flatMap((one) => ('runId' in one ? [] : [one]))
}

/** By a call, in another session of hers. */
async function sendElsewhere(person: Person, scenario: Scenario): Promise<Sent> {
  const device = person.addDevice()
  await person.signIn(device)
  const one = await sendByCall(
    person,
    person.device.threadId,
    `One more of ${person.marker}`,
    scenario,
    device,
  )
  if ('runId' in one) await stop(person, one.runId, scenario)
  return one
}

const BY_CALL = 'by a call'
type Way = LiveConnection | typeof BY_CALL

/** On a line or by a call; the work on it is stopped. */
async function sendAndStop(person: Person, way: Way, scenario: Scenario): Promise<Sent> {
  const { threadId } = person.device
  const content = `One more message of ${person.marker}`
  const one =
    way === BY_CALL
      ? await sendByCall(person, threadId, content, scenario)
      : await sendOnLine(person, threadId, content, way)
  if ('runId' in one) await stop(person, one.runId, scenario)
  return one
}

async function stop({ device: { connection } }: Person, runId: RunId, { faults }: Scenario): Promise<void> {
  faults.expectRunFailure(runId)
  connection.stopRun(runId)
  await terminalEventOn(connection, runId, connection.patience)
}

async function isTaken(person: Person, scenario: Scenario): Promise<boolean> {
  return 'runId' in (await sendAndStop(person, person.device.connection, scenario))
}
