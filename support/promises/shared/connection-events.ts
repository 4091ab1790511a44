import type { RunId, ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import { Continuity } from '#contract/continuity'
import { isAgentEvent, type Heard } from '#contract/frames'
import { isLast } from '#contract/observed-run'
import type { Duration } from '#waiting/duration'
import { EventLog, type Mark } from '#waiting/event-log'
import { faultOf } from '#waiting/not-observed'

/** Waits until a line has been told of a conversation up to a number, or to an end. @throws {NotObserved} */
export async function hearsPast(
  line: LiveConnection,
  threadId: ThreadId,
  number: number,
  limit: Duration,
): Promise<void> {
  const what = `word ${number} on ${line.person}'s line ${line.number}`
  const isIt = (heard: Heard): boolean =>
    isAgentEvent(heard) && heard.payload.thread_id === threadId && (heard.sequence >= number || isLast(heard))
  await line.heard.waitFor({ what, from: EventLog.START, limit }, isIt)
}

/** How a run ended, as this line was told. */
export interface ToldEnd {
  readonly outcome: 'answered' | 'failed' | 'never told'
  readonly text: string
  /** Why it was not told, if it was not. */
  readonly fault: string | undefined
}

/** Waits for the end of a run. */
export async function endOn(line: LiveConnection, runId: RunId, limit: Duration): Promise<ToldEnd> {
  const wait = {
    what: `the end of the work on ${line.person}'s line ${line.number}`,
    from: EventLog.START,
    limit,
  }
  const isIt = (heard: Heard): boolean =>
    isAgentEvent(heard) && heard.payload.run_id === runId && isLast(heard)
  try {
    const { value } = await line.heard.waitFor(wait, isIt)
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
export function numbersOn({ heard }: LiveConnection, threadId: ThreadId): number[] {
  const events = heard.since(EventLog.START).flatMap(({ value }) => (isAgentEvent(value) ? [value] : []))
  return events.filter(({ payload }) => payload.thread_id === threadId).map(({ sequence }) => sequence)
}

/** That a line has asked to be told again, and when. */
export interface Resumption {
  readonly mark: Mark
  readonly threadId: ThreadId
  readonly after: number
}

/** Gaps and repetitions on a line. */
export function faultsOn({ heard }: LiveConnection, ...resumptions: Resumption[]): readonly string[] {
  const continuity = new Continuity()
  for (const { index, value } of heard.since(EventLog.START)) {
    for (const { mark, threadId, after } of resumptions) {
      if (index === mark.index) continuity.noteResume(threadId, after)
    }
    continuity.note(value)
  }
  return continuity.faults
}
