import type { RunId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import type { MessageAnswer } from '#contract/answers'
import type { Capability } from '#contract/capabilities'
import type { AgentEvent } from '#contract/frames'
import type { Device } from '#world/device'
import { agentEventsOn } from './connection-events.ts'

/** What has happened in a run: by its record, or where none is offered as a connection was told. @throws {UnexpectedAnswer} */
export async function eventsOfRun(
  runId: RunId,
  { backend }: Device,
  connection: LiveConnection,
  offers: ReadonlySet<Capability>,
): Promise<readonly AgentEvent[]> {
  if (offers.has('run-events-history')) return backend.mustRunEvents(runId)
  const events = agentEventsOn(connection).map(({ event }) => event)
  return events.filter(({ payload }) => payload.run_id === runId)
}

/** The answers to a run that a thread holds. */
export function answersTo(runId: string, messages: readonly MessageAnswer[]): MessageAnswer[] {
  return messages.filter(({ role, run_id }) => role === 'assistant' && run_id === runId)
}
