import type { RunId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import type { Capability } from '#contract/capabilities'
import { isAgentEvent, type AgentEvent } from '#contract/frames'
import { EventLog } from '#waiting/event-log'
import type { Device } from '#world/device'

/** What has happened in a run: by the record, or where none is offered as a line that was there was told. */
export async function eventsOfRun(
  runId: RunId,
  { backend }: Device,
  connection: LiveConnection,
  offers: ReadonlySet<Capability>,
): Promise<readonly AgentEvent[]> {
  if (offers.has('run-events-history')) return backend.mustRunEvents(runId)
  const heard = connection.received.since(EventLog.START).map(({ value }) => value)
  return heard.filter(isAgentEvent).filter(({ payload }) => payload.run_id === runId)
}
