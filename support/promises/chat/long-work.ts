import type { RunId } from '#clients/ids'
import { eventLabel } from '#contract/observed-run'
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
 * @throws {NotObserved | UnexpectedAnswer}
 */
export async function stopMidway(person: Person, { faults }: Scenario, way: WayToStop): Promise<StoppedRun> {
  const { device } = person
  const { connection, backend, patience } = device
  const work = await beginWork(person)
  const { runId } = await work.accepted()
  faults.expectRunFailure(runId)
  const stoppedAt = performance.now()
  await stopBy(way, device, runId)
  const end = await terminalEventOn(connection, runId, patience)
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

async function stopBy(way: WayToStop, { backend, connection }: Device, runId: RunId): Promise<void> {
  if (way === 'line') connection.stopRun(runId)
  else (await backend.cancelRun(runId)).mustBe(202)
}

/** Asks for work, and waits until it has come some way. @throws {NotObserved} */
async function beginWork(person: Person): Promise<QuestionRun> {
  const work = await QuestionRun.askInNewThread(person.device, planOfFive(person, 'egret').text)
  const { silence } = person.device
  await work.waitForEvent('its first progress', silence, ({ type }) => type === 'progress_update')
  return work
}
