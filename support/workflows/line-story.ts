import type { LiveConnection } from '#clients/live-connection'
import { Continuity } from '#contract/continuity'
import { isAgentEvent, type Heard } from '#contract/frames'
import { isLast } from '#contract/told-run'
import type { Duration } from '#waiting/duration'
import { EventLog, type Mark } from '#waiting/event-log'
import type { Inquiry } from './inquiry.ts'

/** Waits until a line has been told of the work up to a number, or to its end. @throws {NotObserved} */
export async function hearsPast(
  line: LiveConnection,
  { threadId }: Inquiry,
  number: number,
  limit: Duration,
): Promise<void> {
  const what = `word ${number} on ${line.person}'s line ${line.number}`
  const isIt = (heard: Heard): boolean =>
    isAgentEvent(heard) && heard.payload.thread_id === threadId && (heard.sequence >= number || isLast(heard))
  await line.heard.waitFor({ what, from: EventLog.START, limit }, isIt)
}

/** Numbers of what a line was told of the thread, as it came. */
export function numbersOn({ heard }: LiveConnection, { threadId }: Inquiry): number[] {
  const events = heard.since(EventLog.START).flatMap(({ value }) => (isAgentEvent(value) ? [value] : []))
  return events.filter(({ payload }) => payload.thread_id === threadId).map(({ sequence }) => sequence)
}

/** Numbers of what was told. */
export function numbersOf(told: readonly { event: { sequence: number } }[]): number[] {
  return told.map(({ event }) => event.sequence)
}

/** That a line has asked to be told again, and when. */
export interface Resumption {
  readonly mark: Mark
  readonly threadId: string
  readonly after: number
}

/** Gaps and repetitions on a line. */
export function faultsOn({ heard }: LiveConnection, resumption?: Resumption): readonly string[] {
  const continuity = new Continuity()
  for (const { index, value } of heard.since(EventLog.START)) {
    if (index === resumption?.mark.index) continuity.noteResume(resumption.threadId, resumption.after)
    continuity.note(value)
  }
  return continuity.faults
}
