import type { RunId, ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import type { AgentEvent } from '#contract/frames'
import { costQuestion, longWork } from '#promises/shared/assignments'
import {
  agentEventsOn,
  replayFaults,
  resume,
  runEndOn,
  sequenceFaultsOn,
  sequencesOn,
} from '#promises/shared/connection-events'
import { QuestionRun } from '#promises/shared/question-run'
import { answersTo, eventsOfRun } from '#promises/shared/run-history'
import { answersPing } from '#world/ping'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { AnswerAndRecord, LateDevice } from './lost-connections.checks.ts'
import { LiveState } from './state.ts'

/** Work that two devices are told of: the connection of the companion is never lost. */
export interface WatchedRun {
  readonly threadId: ThreadId
  /** The run that was begun last in the thread. */
  readonly runId: RunId
  /** All of them, in order: whatever was over too soon was followed by another one. */
  readonly runIds: readonly RunId[]
  readonly companion: LiveConnection
}

/** Asks for a long piece of work on one device, and watches it on another one, too. @throws {NotObserved} */
export async function watchOnTwoDevices(person: Person): Promise<void> {
  await person.signIn()
  const { device } = person
  await device.connect()
  const companion = await person.addDeviceOfSameSession().connect()
  const threadId = await device.createThread(`Long work of ${person.marker}`)
  const watchedRun = person.state.of(LiveState).watchedRun
  const runId = await begin(person, threadId)
  watchedRun.set({ threadId, runId, runIds: [runId], companion })
  // Who comes in the middle of it is told what comes then: whether all her lines are told alike, a monitor knows.
  await person.addDeviceOfSameSession().connect()
}

/** Asks for as much again in the same thread, on the connection that the device has now. @throws {NotObserved} */
export async function askForMore(person: Person): Promise<void> {
  const { watchedRun } = person.state.of(LiveState)
  const before = watchedRun.get()
  const runId = await begin(person, before.threadId)
  watchedRun.set({ ...before, runId, runIds: [...before.runIds, runId] })
}

async function begin(person: Person, threadId: ThreadId): Promise<RunId> {
  return (await (await QuestionRun.ask(person.device, longWork(person).text, threadId)).accepted()).runId
}

/** Everything that has happened in the thread, by whatever record there is. @throws {UnexpectedAnswer} */
export async function eventsOfThread({ device, state }: Person, { offers }: Scenario): Promise<AgentEvent[]> {
  const { runIds, companion } = state.of(LiveState).watchedRun.get()
  return (await Promise.all(runIds.map((runId) => eventsOfRun(runId, device, companion, offers)))).flat()
}

/** Asks for a replay, and waits until it is complete. @returns what is wrong with what came */
export async function replay(
  connection: LiveConnection,
  threadId: ThreadId,
  after: number,
): Promise<string[]> {
  const resumption = resume(connection, threadId, after)
  return [...(await replayFaults(connection, resumption)), ...sequenceFaultsOn(connection, resumption)]
}

/** One more device, a browser, on which everything is asked for when all is over. @throws {NoConnection | UnexpectedAnswer} */
export async function comeLate(person: Person, scenario: Scenario): Promise<LateDevice> {
  const { threadId } = person.state.of(LiveState).watchedRun.get()
  const connection = await person.addDeviceOfSameSession().connect({ by: 'subprotocol' })
  const faults = await replay(connection, threadId, 0)
  const { length: all } = await eventsOfThread(person, scenario)
  const told = sequencesOn(connection, threadId)
  for (const after of [told[Math.floor(told.length / 2)], told.at(-1)])
    if (after !== undefined) faults.push(...(await replayOnceMore(connection, threadId, after)))
  faults.push(
    ...(await replayOfNothing(person, connection)),
    ...(await askWhereToldAgain(person, connection)),
  )
  return { told, faults, all }
}

/** A conversation in which nothing has happened yet is told to its end, too. @returns what is wrong with what came */
async function replayOfNothing({ device }: Person, connection: LiveConnection): Promise<string[]> {
  const empty = await device.backend.mustCreateThread('Nothing yet')
  const faults = await replayFaults(connection, resume(connection, empty, 0))
  return faults.map((fault) => `an empty conversation: ${fault}`)
}

/** Who has asked to be told again, more than once, is told what comes then once. @returns what is wrong with what came */
async function askWhereToldAgain(person: Person, connection: LiveConnection): Promise<string[]> {
  const { threadId } = person.state.of(LiveState).watchedRun.get()
  const from = connection.received.mark()
  const run = await QuestionRun.ask(person.device, costQuestion(person, 'egret').text, threadId)
  const { fault } = await runEndOn(connection, (await run.accepted()).runId, person.device.silence)
  // Order is kept: nothing that was said before its answer can come after it.
  const answers = await answersPing(connection)
  if (fault !== undefined || !answers)
    return [`where it had asked to be told again: ${fault ?? 'it is mute'}`]
  const came = agentEventsOn(connection, from).map(({ event }) => event.event_id)
  const twice = came.length - new Set(came).size
  return twice === 0 ? [] : [`where it had asked to be told again, it was told ${twice} new words twice`]
}

/** Asks on a line that has been told everything from a place on again. @returns what is wrong with what came */
async function replayOnceMore(
  connection: LiveConnection,
  threadId: ThreadId,
  after: number,
): Promise<string[]> {
  const due = sequencesOn(connection, threadId).filter((sequence) => sequence > after)
  const resumption = resume(connection, threadId, after)
  const faults = await replayFaults(connection, resumption)
  const came = agentEventsOn(connection, resumption.mark).map(({ event }) => event.sequence)
  if (came.join() === [...new Set(due)].join()) return faults
  return [...faults, `asked once more after #${after}, it told ${came.length} words, not ${due.length}`]
}

/** The answer as it was told, and what stands in the thread for who only reads it. @throws {UnexpectedAnswer} */
export async function answerToldAndKept({ device, state }: Person): Promise<AnswerAndRecord> {
  const { threadId, runId } = state.of(LiveState).watchedRun.get()
  const { text: told } = await runEndOn(device.connection, runId, device.silence)
  const answers = answersTo(runId, await device.backend.mustMessages(threadId))
  return { told, kept: answers.map(({ content }) => content) }
}
