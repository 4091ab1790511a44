import type { LiveConnection } from '#clients/live-connection'
import { isAgentEvent } from '#contract/frames'
import { eventLabel } from '#contract/observed-run'
import { StepTooEarly } from '#errors/feature-fault'
import { EventLog } from '#waiting/event-log'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { costQuestion } from '#promises/shared/assignments'
import {
  agentEventsOn,
  replayFaults,
  resume,
  runEndOn,
  sequenceFaultsOn,
  sequencesOn,
  type Resumption,
} from '#promises/shared/connection-events'
import { answersPing } from '#world/ping'
import { QuestionRun } from '#promises/shared/question-run'
import { eventsOfRun } from '#promises/shared/run-history'
import type { DeviceEvents } from './concurrent-runs.checks.ts'
import { IsolationState } from './state.ts'

/** Several runs of one person at once, watched on two devices, one of which has lost its connection meanwhile. */
export interface ConcurrentRuns {
  readonly questionRuns: readonly QuestionRun[]
  readonly companion: Device
  /** Every connection that the first device has had: the lost one, and the one after it. */
  readonly connections: readonly LiveConnection[]
  readonly resumptions: readonly Resumption[]
  /** Of the replays: each that was not completed. */
  readonly faults: readonly string[]
}

/** One workload for each of the things that are asked for at once: two are enough to be mixed up. */
const BIRDS = ['heron', 'egret']

/** Comes in, and listens on two devices. @throws {Unexpected} */
export async function watchTwice(person: Person): Promise<void> {
  await person.signIn()
  await person.device.connect()
  await person.addDeviceOfSameSession().connect()
}

/** Everybody asks for several things at once; one connection of each is lost after the first events, and comes back. @throws {NotObserved | StepTooEarly | Unexpected} */
export async function askConcurrently(people: readonly Person[], { offers }: Scenario): Promise<void> {
  await Promise.all(people.map((person) => askAtOnce(person, offers.has('resume'))))
}

async function askAtOnce(person: Person, resumes: boolean): Promise<void> {
  const { device, state } = person
  const [, companion] = person.devices
  if (!companion) throw new StepTooEarly('{people}, each watching on two devices')
  const { connection: first } = device
  const questionRuns = await Promise.all(
    BIRDS.map((bird) => QuestionRun.askInNewThread(device, costQuestion(person, bird).text)),
  )
  await Promise.all(questionRuns.map((questionRun) => questionRun.accepted()))
  const wait = { what: 'a first word', from: EventLog.START, limit: device.silence }
  await first.received.waitFor(wait, isAgentEvent)
  const resumptions = resumes ? await reconnect(device, questionRuns) : []
  const faults = await Promise.all(resumptions.map((asked) => replayFaults(device.connection, asked)))
  const connections = resumes ? [first, device.connection] : [first]
  const runs = { questionRuns, companion, connections, resumptions, faults: faults.flat() }
  state.of(IsolationState).concurrentRuns.set(runs)
}

/** Loses the connection, comes back, and asks to be told what the lost one has not told. */
async function reconnect(device: Device, questionRuns: readonly QuestionRun[]): Promise<Resumption[]> {
  const lost = device.connection
  lost.terminate()
  const back = await device.connect()
  return questionRuns.map(({ threadId }) => resume(back, threadId, sequencesOn(lost, threadId).at(-1) ?? 0))
}

/** What was told to everybody on each device, when all runs have ended and every connection has answered once more. @throws {UnexpectedAnswer} */
export async function deviceEventsOf(
  people: readonly Person[],
  { offers }: Scenario,
): Promise<DeviceEvents[]> {
  return (await Promise.all(people.map((person) => devicesOf(person, offers)))).flat()
}

async function devicesOf(person: Person, offers: Scenario['offers']): Promise<DeviceEvents[]> {
  const runs = person.state.of(IsolationState).concurrentRuns.get()
  const { companion, connections, resumptions } = runs
  const { record, untold } = await recordOf(person, runs, offers)
  const [lost, back] = connections
  const onFirst = [
    ...runs.faults,
    ...(lost ? sequenceFaultsOn(lost) : []),
    ...(back ? sequenceFaultsOn(back, ...resumptions) : []),
  ]
  const onOther = [...untold, ...sequenceFaultsOn(companion.connection)]
  return Promise.all([
    eventsOn(person, 'the device that lost its line', connections, { record, faults: onFirst }),
    eventsOn(person, 'the other device', [companion.connection], { record, faults: onOther }),
  ])
}

/** Ids of everything on record of these runs, once they have ended, and each end that was not told. */
async function recordOf(
  { device }: Person,
  { questionRuns, companion }: ConcurrentRuns,
  offers: Scenario['offers'],
): Promise<{ record: string[]; untold: string[] }> {
  const ended = await Promise.all(
    questionRuns.map(async (questionRun) => {
      const { runId } = await questionRun.accepted()
      const { fault } = await runEndOn(companion.connection, runId, device.silence)
      return { fault, events: await eventsOfRun(runId, device, companion.connection, offers) }
    }),
  )
  return {
    record: ended.flatMap(({ events }) => events.map(({ event_id }) => event_id)),
    untold: ended.flatMap(({ fault }) => fault ?? []),
  }
}

async function eventsOn(
  { name, device }: Person,
  where: string,
  connections: readonly LiveConnection[],
  known: Pick<DeviceEvents, 'faults' | 'record'>,
): Promise<DeviceEvents> {
  const fences = await Promise.all(connections.filter(({ isOpen }) => isOpen).map(answersPing))
  const events = connections.flatMap((connection) => agentEventsOn(connection).map(({ event }) => event))
  const { userId } = device.context
  return {
    name,
    where,
    ...known,
    told: [...new Set(events.map(({ event_id }) => event_id))],
    foreign: events.filter(({ payload }) => payload.user_id !== userId).map(eventLabel),
    fence: fences.length > 0 && fences.every(Boolean),
  }
}
