import type { RunId, ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import type { Interrupted, Latecomer, Return } from './lost-connections.checks.ts'
import { seconds } from '#waiting/duration'
import { eventually } from '#waiting/eventually'
import { faultOf } from '#waiting/not-observed'
import type { Device } from '#world/device'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { longWork } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { runEndOn, sequenceFaultsOn, receivesPast, sequencesOn } from '#promises/shared/connection-events'
import { eventsOfRun } from '#promises/shared/run-history'

/** Work that is watched on a line that will be lost again and again, and on another one that will not. */
interface Watch {
  readonly threadId: ThreadId
  readonly runId: RunId
  readonly companion: Device
  readonly returns: Return[]
  /** Every line that the device has had, in order. */
  readonly connections: LiveConnection[]
}

const WATCH = topic<Watch>('watched anything on two devices')

const WAYS: Readonly<Record<string, (connection: LiveConnection) => Promise<void> | void>> = {
  'she hangs up': (connection) => connection.close(),
  'it is cut off': (connection) => connection.terminate(),
  'it falls silent': (connection) => connection.stopReading(),
}
/** So much has to happen while a line is there, and while it is lost. */
const WORDS = 3
const REPLAY = seconds(5)

/** Asks for a long piece of work on one device, and watches it on another one, too. */
export async function watchOnTwoDevices(person: Person): Promise<void> {
  await person.signIn()
  const { device } = person
  const companion = person.addDevice()
  companion.adopt(device.context)
  const connection = await device.connect()
  await companion.connect()
  const threadId = await device.createThread(`Long work of ${person.marker}`)
  const questionRun = await QuestionRun.ask(device, longWork(person).text, threadId)
  const { runId } = await questionRun.accepted()
  person.memory.note(WATCH, { threadId, runId, companion, returns: [], connections: [connection] })
}

/**
 * Loses the line in each of these ways, and comes back each time, until something is not as it should be.
 *
 * @param ways as the feature calls them
 */
export async function loseConnection(
  person: Person,
  ways: readonly string[],
  scenario: Scenario,
): Promise<void> {
  const { returns } = person.memory.recall(WATCH)
  for (const how of ways) {
    if (returns.some(({ faults }) => faults.length > 0)) return
    returns.push(await loseAndReturn(person, how, scenario))
  }
}

async function loseAndReturn(person: Person, how: string, scenario: Scenario): Promise<Return> {
  const lose = WAYS[how]
  if (!lose) throw new Error(`"${how}" is no way to lose a line that is known here`)
  const { device, memory } = person
  const { threadId, connections } = memory.recall(WATCH)
  const { connection, silence } = device
  const before = sequencesOn(connection, threadId).at(-1) ?? 0
  await receivesPast(connection, threadId, before + WORDS, silence)
  await lose(connection)
  const last = sequencesOn(connection, threadId).at(-1) ?? 0
  const faults: string[] = await moreHappens(person, last, scenario).then(() => [], listFault)
  const happened = await happenedSoFar(person, scenario)
  const back = await device.connect()
  connections.push(back)
  if (scenario.offers.has('resume')) faults.push(...(await resume(back, threadId, last)))
  connection.terminate()
  const missed = happened.filter((number) => number > last)
  return { how, missed, told: sequencesOn(back, threadId), faults }
}

/** Waits until some more has happened than she has heard. @throws {NotObserved} */
async function moreHappens(person: Person, heard: number, scenario: Scenario): Promise<void> {
  await eventually(
    { what: 'something that is missed', limit: person.device.silence, stop: scenario.stop },
    () => happenedSoFar(person, scenario),
    (numbers) => (numbers.at(-1) ?? 0) >= heard + WORDS,
    (numbers) => `${numbers.length} words, ${heard} of them heard`,
  )
}

/** Numbers of what has happened. */
async function happenedSoFar({ device, memory }: Person, { offers }: Scenario): Promise<number[]> {
  const { runId, companion } = memory.recall(WATCH)
  return (await eventsOfRun(runId, device, companion.connection, offers)).map(({ sequence }) => sequence)
}

/** Asks to be told again, and waits until that is done. @returns what is wrong with it */
async function resume(connection: LiveConnection, threadId: ThreadId, after: number): Promise<string[]> {
  const mark = connection.received.mark()
  connection.resume(threadId, after)
  const done = connection.mustReceive(
    'replay_complete',
    mark,
    REPLAY,
    ({ payload }) => payload.thread_id === threadId,
  )
  const faults = await done.then(() => [], listFault)
  return [...faults, ...sequenceFaultsOn(connection, { mark, threadId, after })]
}

/** Looks at everything when the work has ended. */
export async function interruptedWork(person: Person, scenario: Scenario): Promise<Interrupted> {
  const { device, memory } = person
  const { threadId, runId, returns, connections, companion } = memory.recall(WATCH)
  const { outcome, fault } = await runEndOn(device.connection, runId, device.silence)
  const [{ status }, happened] = await Promise.all([
    device.backend.mustRun(runId),
    happenedSoFar(person, scenario),
  ])
  const heard = receivesPast(companion.connection, threadId, happened.at(-1) ?? 0, device.silence)
  const companionFaults = await heard.then(() => [], listFault)
  return {
    ...{ returns, happened, outcome, status },
    known: [...new Set(connections.flatMap((connection) => sequencesOn(connection, threadId)))],
    endFaults: fault === undefined ? [] : [fault],
    companion: sequencesOn(companion.connection, threadId),
    companionFaults: [...companionFaults, ...sequenceFaultsOn(companion.connection)],
  }
}

/** A third device, on which everything is asked for when all is over. */
export async function comeLate(person: Person, scenario: Scenario): Promise<Latecomer> {
  const { threadId } = person.memory.recall(WATCH)
  const late = person.addDevice()
  late.adopt(person.device.context)
  const connection = await late.connect()
  const faults = await resume(connection, threadId, 0)
  return {
    told: sequencesOn(connection, threadId),
    faults,
    all: (await happenedSoFar(person, scenario)).length,
  }
}

/** The answer as it was told, and what stands in the conversation for who only reads it. */
export async function answerToldAndKept(person: Person): Promise<{ told: string; kept: string[] }> {
  const { device, memory } = person
  const { threadId, runId } = memory.recall(WATCH)
  const { text } = await runEndOn(device.connection, runId, device.silence)
  const messages = await device.backend.mustMessages(threadId)
  const answers = messages.filter(({ role, run_id }) => role === 'assistant' && run_id === runId)
  return { told: text, kept: answers.map(({ content }) => content) }
}

const listFault = (error: unknown): string[] => [faultOf(error)]
