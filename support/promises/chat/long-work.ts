import type { RunId, ThreadId } from '#clients/ids'
import type { AgentEvent } from '#contract/frames'
import { eventLabel } from '#contract/observed-run'
import { NotTestable } from '#expect/seen'
import { askedBy } from '#promises/shared/asking'
import { planOfFive } from '#promises/shared/assignments'
import { replayFaults, resume, terminalEventOn } from '#promises/shared/connection-events'
import { ownCallsOf } from '#promises/shared/own-calls'
import { answersPing } from '#world/ping'
import { QuestionRun } from '#promises/shared/question-run'
import { answersTo } from '#promises/shared/run-history'
import { startStopwatch } from '#waiting/deadline'
import { milliseconds, seconds, type Duration } from '#waiting/duration'
import { leaveAlone } from '#waiting/eventually'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { StoppedRun } from './long-work.checks.ts'

/** What was stopped is looked at once more so long after, at the least: what sweeps up may come later. */
const MOMENT = seconds(3.5)

const CANCELLED = 202

/** How work is stopped: by a message on another line than asked for it, or by a call. */
export type WayToStop = 'line' | 'call'

/**
 * Asks for work, stops it once it has come some way, and has other work done from beginning to end afterwards.
 *
 * @throws {NotObserved | UnexpectedAnswer | NotTestable}
 */
export async function stopMidway(person: Person, scenario: Scenario, way: WayToStop): Promise<StoppedRun> {
  const { backend } = person.device
  const { work, runId, end, took } = await stopWork(person, scenario, way)
  const since = startStopwatch()
  const other = await QuestionRun.askInNewThread(person.device, planOfFive(person, 'crane').text)
  const { outcome, events } = await other.ended()
  await stopOnceMore(person, runId, milliseconds(Math.max(0, MOMENT.ms - since().ms)), scenario)
  const [{ status }, messages] = await Promise.all([
    backend.mustRun(runId),
    backend.mustMessages(work.threadId),
  ])
  const again = scenario.offers.has('client-message-idempotency')
    ? (await backend.mustSendMessage(work.threadId, work.text, work.clientMessageId)).run_id
    : runId
  const arrived = await work.events()
  const afterwards = arrived.slice(arrived.findIndex(({ event }) => event === end) + 1)
  return {
    took,
    status,
    afterwards: afterwards.map(({ event }) => eventLabel(event)),
    answers: answersTo(runId, messages).length,
    isBegunAnew: again !== runId,
    fence: { outcome, events: events.length },
  }
}

/** Work that was asked to stop, and its terminal event. */
interface StoppedWork {
  readonly work: QuestionRun
  readonly runId: RunId
  readonly end: AgentEvent
  /** From before it was asked to stop to its terminal event. */
  readonly took: Duration
}

/** Where it ends while it is being asked to stop, other work is begun: by the last one it is judged. */
async function stopWork(person: Person, scenario: Scenario, way: WayToStop, tries = 3): Promise<StoppedWork> {
  const { connection, patience } = person.device
  const [work, { runId }] = await beginWork(person)
  scenario.faults.expectRunFailure(runId)
  // Read just before its end and just after it: whoever watches compares that with what was told.
  await person.device.backend.mustRun(runId)
  const [stoppedAt, asked] = [performance.now(), Date.now()]
  await stopBy(way, person, runId)
  const heard = Date.now()
  const end = await terminalEventOn(connection, runId, patience)
  await person.device.backend.mustRun(runId)
  if (end.event.type === 'agent_completed') {
    const done = Date.parse(end.event.timestamp) - scenario.skewMs.backend
    if (done < asked) throw new NotTestable('the work was over before it could be stopped')
    if (done < heard && tries > 1) return stopWork(person, scenario, way, tries - 1)
  }
  return { work, runId, end: end.event, took: milliseconds(end.at - stoppedAt) }
}

/** Asks it to stop, until that has certainly been read. @throws {UnexpectedAnswer} */
async function stopBy(way: WayToStop, person: Person, runId: RunId): Promise<void> {
  if (way === 'call') return cancelTwice(person, runId)
  const other = await person.addDeviceOfSameSession().connect()
  other.stopRun(runId)
  await answersPing(other)
}

/** As by a double click: of what is under way one call at least stops it, and none meets a fault. @throws {UnexpectedAnswer} */
async function cancelTwice({ device: { backend } }: Person, runId: RunId): Promise<void> {
  const [one, other] = await Promise.all([backend.cancelRun(runId), backend.cancelRun(runId)])
  const stopped = other.status === CANCELLED ? other : one
  stopped.mustBe(CANCELLED)
}

/** It is over already: whatever that is answered with, nothing changes, in so long a time either. */
async function stopOnceMore(person: Person, id: RunId, left: Duration, { stop }: Scenario): Promise<void> {
  await ownCallsOf(person)('cancelRun', { id })
  await leaveAlone(left, stop)
  await readOnceMore(person)
}

/** What was asked at first has long been over: whoever watches compares how it is told now with how it was told. */
async function readOnceMore(person: Person): Promise<void> {
  const { run } = askedBy(person)
  const { runId } = await run.accepted()
  const { backend } = person.device
  await Promise.all([
    backend.mustMessages(run.threadId),
    backend.mustRun(runId),
    ...(person.offers.has('run-events-history') ? [backend.mustRunEvents(runId)] : []),
    ...(person.offers.has('resume') ? [toldAgain(person, run.threadId)] : []),
  ])
}

/** On a line of its own: work that was stopped in two ways is read once more at the same moment. */
async function toldAgain(person: Person, threadId: ThreadId): Promise<void> {
  const line = await person.addDeviceOfSameSession().connect()
  await replayFaults(line, resume(line, threadId, 0))
}

/** Asks for work, and waits until it has come some way. @throws {NotObserved} */
async function beginWork(person: Person): Promise<readonly [QuestionRun, { readonly runId: RunId }]> {
  const work = await QuestionRun.askInNewThread(person.device, planOfFive(person, 'egret').text)
  const { silence } = person.device
  await work.waitForEvent('its first progress', silence, ({ type }) => type === 'progress_update')
  return [work, await work.accepted()]
}
