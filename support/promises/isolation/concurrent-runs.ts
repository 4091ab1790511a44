import type { ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import { isAgentEvent, type FrameOf } from '#contract/frames'
import { eventLabel } from '#contract/observed-run'
import type { DeviceEvents } from './concurrent-runs.checks.ts'
import { seconds } from '#waiting/duration'
import { EventLog } from '#waiting/event-log'
import { faultOf } from '#waiting/not-observed'
import type { Device } from '#world/device'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { costQuestion } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { runEndOn, sequenceFaultsOn, sequencesOn, type Resumption } from '#promises/shared/connection-events'
import { answersPing } from '#promises/shared/ping'
import { eventsOfRun } from '#promises/shared/run-history'

/** Several works of one person at once, watched on two devices, one of which has lost its line meanwhile. */
interface Burst {
  readonly questionRuns: readonly QuestionRun[]
  readonly companion: Device
  /** Every line that the first device has had. */
  readonly connections: readonly LiveConnection[]
  readonly resumptions: readonly Resumption[]
  readonly faults: readonly string[]
}

const BURST = topic<Burst>('asked for several things at once')
const BIRDS = ['heron', 'egret']
const REPLAY = seconds(10)

/** Comes in, and listens on two devices. */
export async function watchTwice(person: Person): Promise<void> {
  await person.signIn()
  const companion = person.addDevice()
  companion.adopt(person.device.context)
  await person.device.connect()
  await companion.connect()
}

/** Everybody asks for several things at once; one line of each is lost after the first words, and comes back. */
export async function askConcurrently(people: readonly Person[], { offers }: Scenario): Promise<void> {
  await Promise.all(people.map((person) => burstOf(person, offers.has('resume'))))
}

async function burstOf(person: Person, resumes: boolean): Promise<void> {
  const { device, memory } = person
  const [, companion = device] = person.devices
  const { connection } = device
  const connections = [connection]
  const ask = (bird: string): Promise<QuestionRun> =>
    QuestionRun.askInNewThread(device, costQuestion(person, bird).text)
  const questionRuns = await Promise.all(BIRDS.map(ask))
  await Promise.all(questionRuns.map((questionRun) => questionRun.accepted()))
  await connection.received.waitFor(
    { what: 'a first word', from: EventLog.START, limit: device.silence },
    isAgentEvent,
  )
  const resumptions = resumes ? await loseLine(person, questionRuns) : []
  const faults = await Promise.all(resumptions.map((resumption) => faultsOf(device.connection, resumption)))
  if (resumes) connections.push(device.connection)
  memory.note(BURST, { questionRuns, companion, connections, resumptions, faults: faults.flat() })
}

/** Loses the line, comes back, and asks to be told what the lost one has not told. */
async function loseLine({ device }: Person, questionRuns: readonly QuestionRun[]): Promise<Resumption[]> {
  const { connection } = device
  connection.terminate()
  const back = await device.connect()
  return questionRuns.map(({ threadId }) =>
    resume(back, threadId, sequencesOn(connection, threadId).at(-1) ?? 0),
  )
}

function resume(connection: LiveConnection, threadId: ThreadId, after: number): Resumption {
  const mark = connection.received.mark()
  connection.resume(threadId, after)
  return { mark, threadId, after }
}

async function faultsOf(connection: LiveConnection, { mark, threadId }: Resumption): Promise<string[]> {
  const isIt = ({ payload }: FrameOf<'replay_complete'>): boolean => payload.thread_id === threadId
  const done = connection.mustReceive('replay_complete', mark, REPLAY, isIt)
  return done.then(
    () => [],
    (error: unknown) => [faultOf(error)],
  )
}

/** What was told to everybody on each device, when all works have ended and every line has answered once more. */
export async function deviceEventsOf(
  people: readonly Person[],
  { offers }: Scenario,
): Promise<DeviceEvents[]> {
  const records = await Promise.all(people.map((person) => recordOf(person, offers)))
  const stories = people.map((person, index) => storiesOf(person, records[index] ?? []))
  return (await Promise.all(stories)).flat()
}

/** Ids of everything on record of these works, once they have ended. */
async function recordOf({ memory, device }: Person, offers: Scenario['offers']): Promise<string[]> {
  const { questionRuns, companion } = memory.recall(BURST)
  const records = questionRuns.map(async (questionRun) => {
    const { runId } = await questionRun.accepted()
    await runEndOn(companion.connection, runId, device.silence)
    return eventsOfRun(runId, device, companion.connection, offers)
  })
  return (await Promise.all(records)).flat().map(({ event_id }) => event_id)
}

function storiesOf(person: Person, record: readonly string[]): Promise<DeviceEvents[]> {
  const { companion, connections, resumptions, faults } = person.memory.recall(BURST)
  const [lost, back] = connections
  const found = [
    ...(lost ? sequenceFaultsOn(lost) : []),
    ...(back ? sequenceFaultsOn(back, ...resumptions) : []),
  ]
  return Promise.all([
    storyOn(person, 'the device that lost its line', connections, { faults: [...faults, ...found], record }),
    storyOn(person, 'the other device', [companion.connection], {
      faults: sequenceFaultsOn(companion.connection),
      record,
    }),
  ])
}

async function storyOn(
  { name, device }: Person,
  where: string,
  connections: readonly LiveConnection[],
  known: Pick<DeviceEvents, 'faults' | 'record'>,
): Promise<DeviceEvents> {
  const fences = await Promise.all(connections.filter(({ isOpen }) => isOpen).map(answersPing))
  const heard = connections.flatMap((connection) =>
    connection.received.since(EventLog.START).map(({ value }) => value),
  )
  const events = heard.filter(isAgentEvent)
  const { userId } = device.context
  return {
    ...{ name, where, ...known },
    told: [...new Set(events.map(({ event_id }) => event_id))],
    foreign: events.filter(({ payload }) => payload.user_id !== userId).map(eventLabel),
    fence: fences.length > 0 && fences.every(Boolean),
  }
}
