import type { RunId } from '#clients/ids'
import type { AgentEvent } from '#contract/frames'
import { eventLabel } from '#contract/observed-run'
import { NotTestable } from '#expect/seen'
import { planOfFive } from '#promises/shared/assignments'
import { terminalEventOn } from '#promises/shared/connection-events'
import { QuestionRun } from '#promises/shared/question-run'
import { answersTo } from '#promises/shared/run-history'
import { milliseconds } from '#waiting/duration'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { StoppedRun } from './long-work.checks.ts'

/** How work is stopped: by a message on the line, or by a call. */
export type WayToStop = 'line' | 'call'

/**
 * Asks for work, stops it once it has come some way, and has other work done from beginning to end afterwards.
 *
 * @throws {NotObserved | UnexpectedAnswer | NotTestable}
 */
export async function stopMidway(person: Person, scenario: Scenario, way: WayToStop): Promise<StoppedRun> {
  const { device } = person
  const { connection, backend, patience } = device
  const [work, { runId }] = await beginWork(person)
  scenario.faults.expectRunFailure(runId)
  const [stoppedAt, dated] = [performance.now(), Date.now() + scenario.skewMs]
  await stopBy(way, device, runId)
  const end = await terminalEventOn(connection, runId, patience)
  refuseTooLate(end.event, dated + scenario.target.tolerance.ms)
  const other = await QuestionRun.askInNewThread(device, planOfFive(person, 'crane').text)
  const { outcome, events } = await other.ended()
  const [{ status }, messages] = await Promise.all([
    backend.mustRun(runId),
    backend.mustMessages(work.threadId),
  ])
  const arrived = await work.events()
  const afterwards = arrived.slice(arrived.findIndex(({ event }) => event === end.event) + 1)
  return {
    took: milliseconds(end.at - stoppedAt),
    status,
    afterwards: afterwards.map(({ event }) => eventLabel(event)),
    answers: answersTo(runId, messages).length,
    fence: { outcome, events: events.length },
  }
}

/** Where words come late, work may be over before it is asked to stop. @throws {NotTestable} */
function refuseTooLate({ type, timestamp }: AgentEvent, askedAt: number): void {
  if (type === 'agent_completed' && Date.parse(timestamp) < askedAt)
    throw new NotTestable('the work was over before it could be stopped')
}

async function stopBy(way: WayToStop, { backend, connection }: Device, runId: RunId): Promise<void> {
  if (way === 'line') connection.stopRun(runId)
  else (await backend.cancelRun(runId)).mustBe(202)
}

/** Asks for work, and waits until it has come some way. @throws {NotObserved} */
async function beginWork(person: Person): Promise<readonly [QuestionRun, { readonly runId: RunId }]> {
  const work = await QuestionRun.askInNewThread(person.device, planOfFive(person, 'egret').text)
  const { silence } = person.device
  await work.waitForEvent('its first progress', silence, ({ type }) => type === 'progress_update')
  return [work, await work.accepted()]
}
