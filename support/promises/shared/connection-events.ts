import type { RunId, ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import { Continuity } from '#contract/continuity'
import { isAgentEvent, type AgentEvent, type ReceivedFrame } from '#contract/frames'
import { answerIn, isTerminal, type ObservedEvent } from '#contract/observed-run'
import { PROMISED } from '#contract/promises'
import { startStopwatch } from '#waiting/deadline'
import { milliseconds, type Duration } from '#waiting/duration'
import { EventLog, type Mark } from '#waiting/event-log'
import { faultOf } from '#waiting/not-observed'

/** Every event of any run that came on a connection, in the order of arrival. */
export function agentEventsOn({ received }: LiveConnection, from: Mark = EventLog.START): ObservedEvent[] {
  return received.since(from).flatMap(({ at, value }) => (isAgentEvent(value) ? [{ at, event: value }] : []))
}

/** The events of one thread on a connection, by their sequence numbers, in the order of arrival. */
export function sequencesOn(connection: LiveConnection, threadId: ThreadId): number[] {
  const events = agentEventsOn(connection).map(({ event }) => event)
  return events.filter(({ payload }) => payload.thread_id === threadId).map(({ sequence }) => sequence)
}

/** Waits until a thread has come to a sequence number on a connection, or its run to an end. @throws {NotObserved} */
export async function receivesPast(
  connection: LiveConnection,
  { threadId, runId }: { readonly threadId: ThreadId; readonly runId: RunId },
  number: number,
  limit: Duration,
): Promise<void> {
  const what = `word ${number} on ${connection.person}'s line ${connection.number}`
  const isIt = (frame: ReceivedFrame): boolean =>
    isAgentEvent(frame) &&
    frame.payload.thread_id === threadId &&
    (frame.sequence >= number || (isTerminal(frame) && frame.payload.run_id === runId))
  await connection.received.waitFor({ what, from: EventLog.START, limit }, isIt)
}

/** Waits for the terminal event of a run on a connection. @throws {NotObserved} */
export async function terminalEventOn(
  connection: LiveConnection,
  runId: RunId,
  limit: Duration,
): Promise<ObservedEvent> {
  const what = `the end of the work on ${connection.person}'s line ${connection.number}`
  const isIt = (frame: ReceivedFrame): frame is AgentEvent =>
    isAgentEvent(frame) && frame.payload.run_id === runId && isTerminal(frame)
  const { at, value } = await connection.received.waitFor({ what, from: EventLog.START, limit }, isIt)
  return { at, event: value }
}

/** How a run ended, as a connection was told. */
export interface ObservedEnd {
  readonly outcome: 'answered' | 'failed' | 'never told'
  readonly text: string
  /** Why it was not told, if it was not. */
  readonly fault: string | undefined
}

/** Waits for the end of a run, and tells also that it was not told. @param limit between two words of it */
export async function runEndOn(
  connection: LiveConnection,
  runId: RunId,
  limit: Duration,
): Promise<ObservedEnd> {
  try {
    return { ...answerIn(await lastWordOn(connection, runId, limit)), fault: undefined }
  } catch (error) {
    return { outcome: 'never told', text: '', fault: faultOf(error) }
  }
}

/** However long the work takes: as long as it goes on, it may. @throws {NotObserved} */
async function lastWordOn(connection: LiveConnection, runId: RunId, limit: Duration): Promise<AgentEvent> {
  const what = `the end of the work on ${connection.person}'s line ${connection.number}`
  const isIt = (frame: ReceivedFrame): frame is AgentEvent =>
    isAgentEvent(frame) && frame.payload.run_id === runId
  const elapsed = startStopwatch()
  for (let from = EventLog.START; ;) {
    const left = milliseconds(Math.max(0, Math.min(limit.ms, PROMISED.complexChat.ms - elapsed().ms)))
    const { index, value } = await connection.received.waitFor({ what, from, limit: left }, isIt)
    if (isTerminal(value)) return value
    from = { index: index + 1 }
  }
}

/** That a connection has asked for a replay, and when. */
export interface Resumption {
  readonly mark: Mark
  readonly threadId: ThreadId
  readonly after: number
}

/** Asks for a replay of a thread past a sequence number; 0 for all. */
export function resume(connection: LiveConnection, threadId: ThreadId, after: number): Resumption {
  const mark = connection.received.mark()
  connection.resume(threadId, after)
  return { mark, threadId, after }
}

/** Waits until a replay is complete. @returns that it was not, if it was not */
export async function replayFaults(
  connection: LiveConnection,
  { mark, threadId }: Resumption,
): Promise<string[]> {
  const isIt = ({ payload }: { payload: { thread_id: string } }): boolean => payload.thread_id === threadId
  const done = connection.mustReceive('replay_complete', mark, connection.patience, isIt)
  return done.then(
    () => [],
    (error: unknown) => [faultOf(error)],
  )
}

/** Gaps and repetitions on a connection, with what it had asked for again. */
export function sequenceFaultsOn(
  { received }: LiveConnection,
  ...resumptions: Resumption[]
): readonly string[] {
  const continuity = new Continuity()
  for (const { index, value } of received.since(EventLog.START)) {
    for (const { mark, threadId, after } of resumptions) {
      if (index === mark.index) continuity.noteResume(threadId, after)
    }
    continuity.note(value)
  }
  return continuity.faults
}
