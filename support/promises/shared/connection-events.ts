import type { RunId, ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import { Continuity } from '#contract/continuity'
import { isAgentEvent, type ReceivedFrame } from '#contract/frames'
import { isTerminal } from '#contract/observed-run'
import type { Duration } from '#waiting/duration'
import { EventLog, type Mark } from '#waiting/event-log'
import { faultOf } from '#waiting/not-observed'

/** Waits until a line has been told of a conversation up to a number, or to an end. @throws {NotObserved} */
export async function receivesPast(
  connection: LiveConnection,
  threadId: ThreadId,
  number: number,
  limit: Duration,
): Promise<void> {
  const what = `word ${number} on ${connection.person}'s line ${connection.number}`
  const isIt = (heard: ReceivedFrame): boolean =>
    isAgentEvent(heard) &&
    heard.payload.thread_id === threadId &&
    (heard.sequence >= number || isTerminal(heard))
  await connection.received.waitFor({ what, from: EventLog.START, limit }, isIt)
}

/** How a run ended, as this line was told. */
export interface ObservedEnd {
  readonly outcome: 'answered' | 'failed' | 'never told'
  readonly text: string
  /** Why it was not told, if it was not. */
  readonly fault: string | undefined
}

/** Waits for the end of a run. */
export async function runEndOn(
  connection: LiveConnection,
  runId: RunId,
  limit: Duration,
): Promise<ObservedEnd> {
  const wait = {
    what: `the end of the work on ${connection.person}'s line ${connection.number}`,
    from: EventLog.START,
    limit,
  }
  const isIt = (heard: ReceivedFrame): boolean =>
    isAgentEvent(heard) && heard.payload.run_id === runId && isTerminal(heard)
  try {
    const { value } = await connection.received.waitFor(wait, isIt)
    if (value.type === 'agent_completed')
      return { outcome: 'answered', text: value.payload.response ?? '', fault: undefined }
    return {
      outcome: 'failed',
      text: value.type === 'agent_error' ? value.payload.message : '',
      fault: undefined,
    }
  } catch (error) {
    return { outcome: 'never told', text: '', fault: faultOf(error) }
  }
}

/** Numbers of what a line was told of a conversation, as it came. */
export function sequencesOn({ received }: LiveConnection, threadId: ThreadId): number[] {
  const events = received.since(EventLog.START).flatMap(({ value }) => (isAgentEvent(value) ? [value] : []))
  return events.filter(({ payload }) => payload.thread_id === threadId).map(({ sequence }) => sequence)
}

/** That a line has asked to be told again, and when. */
export interface Resumption {
  readonly mark: Mark
  readonly threadId: ThreadId
  readonly after: number
}

/** Gaps and repetitions on a line. */
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
