import type { RunId, ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import { longWork } from '#promises/shared/assignments'
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
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { AnswerAndRecord, LateDevice } from './lost-connections.checks.ts'
import { LiveState } from './state.ts'

/** A run that two devices are told of: the connection of the companion is never lost. */
export interface WatchedRun {
  readonly threadId: ThreadId
  readonly runId: RunId
  readonly companion: LiveConnection
}

/** Asks for a long piece of work on one device, and watches it on another one, too. @throws {NotObserved} */
export async function watchOnTwoDevices(person: Person): Promise<void> {
  await person.signIn()
  const { device } = person
  await device.connect()
  const companion = await person.addDeviceOfSameSession().connect()
  const threadId = await device.createThread(`Long work of ${person.marker}`)
  const { runId } = await (await QuestionRun.ask(device, longWork(person).text, threadId)).accepted()
  person.state.of(LiveState).watchedRun.set({ threadId, runId, companion })
}

/** Sequence numbers of everything that has happened in the run, by whatever record there is. @throws {UnexpectedAnswer} */
export async function sequencesOfRun({ device, state }: Person, { offers }: Scenario): Promise<number[]> {
  const { runId, companion } = state.of(LiveState).watchedRun.get()
  return (await eventsOfRun(runId, device, companion, offers)).map(({ sequence }) => sequence)
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
  const { length: all } = await sequencesOfRun(person, scenario)
  const told = sequencesOn(connection, threadId)
  for (const after of [told[Math.floor(told.length / 2)], told.at(-1)])
    if (after !== undefined) faults.push(...(await replayOnceMore(connection, threadId, after)))
  return { told, faults, all }
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
