import type { RunId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import type { AgentEvent } from '#contract/frames'
import { isTerminal, type ObservedRun } from '#contract/observed-run'
import { see } from '#expect/seen'
import { askedBy, askFor, observedRunOf } from '#promises/shared/asking'
import { costQuestion, longWork } from '#promises/shared/assignments'
import { ownCallsOf } from '#promises/shared/own-calls'
import { QuestionRun } from '#promises/shared/question-run'
import { milliseconds } from '#waiting/duration'
import { EventLog } from '#waiting/event-log'
import { faultOf } from '#waiting/not-observed'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import { answersPing } from '#world/ping'
import type { Scenario } from '#world/scenario'
import type { Ping, Probe, RunProbes } from './pace.checks.ts'
import type { FirstEvent, FirstFrame, RunAndRecord } from './single-watcher.checks.ts'
import { LiveState } from './state.ts'

/** So many events come from one look at the record to the next. */
const EVENTS_BETWEEN = 5

/** The first thing that came on a device's connection. */
export function firstFrameOn({ device, offers }: Person): FirstFrame {
  const { connection, session } = device
  const owner = offers.has('live-identity') ? session.userId : undefined
  const frame = connection.received.since(EventLog.START)[0]?.value
  const userId = frame?.type === 'connection_established' ? frame.payload.user_id : undefined
  return { type: frame?.type ?? 'nothing', userId, owner }
}

/** Asks for a long piece of work, and looks at its record again and again while it is told of. */
export async function askAndProbe(person: Person, { skewMs }: Scenario): Promise<void> {
  await askFor(person, longWork(person))
  const probes = probe(askedBy(person).run, skewMs.backend)
  // Whoever asks for it is told of a failure.
  probes.catch(() => undefined)
  person.state.of(LiveState).probes.set(probes)
}

/** The first event of the run, and how long after the acceptance it came. @throws {NotObserved} */
export async function firstEventOf(person: Person): Promise<FirstEvent> {
  const { run } = askedBy(person)
  const { at: acceptedAt } = await run.accepted()
  const { at, event } = await run.waitForEvent('the first word of the work', run.device.silence, () => true)
  return { event, took: milliseconds(at - acceptedAt) }
}

/** What those looks at the record have shown. @throws {NotObserved | UnexpectedAnswer} */
export function probesOf({ state }: Person): Promise<RunProbes> {
  return state.of(LiveState).probes.get()
}

/** Looks until the run has ended, or is not told of any more. */
async function probe(run: QuestionRun, skewMs: number): Promise<RunProbes> {
  const { device } = run
  const { runId } = await run.accepted()
  const probes: Probe[] = []
  const pings: Promise<Ping>[] = []
  const seen = async (endedAt: number): Promise<Pick<RunProbes, 'probes' | 'pings' | 'endedAt'>> => ({
    ...{ probes, endedAt },
    pings: await Promise.all(pings),
  })
  let endedAt = 0
  for (let told = 0; ;) {
    const isNext = (event: AgentEvent): boolean =>
      event.sequence >= told + EVENTS_BETWEEN || isTerminal(event)
    const next = await run.waitForEvent('the next words of the work', device.silence, isNext).catch(faultOf)
    if (typeof next === 'string') return { ...(await seen(endedAt)), fault: next }
    endedAt = next.at
    if (isTerminal(next.event)) break
    told = next.event.sequence
    const look = device.backend.mustRun(runId)
    pings.push(pingBeside(device.connection, look))
    const { status } = await look
    probes.push({ told, at: next.at, stamp: Date.parse(next.event.timestamp), status })
  }
  return { ...(await seen(endedAt)), fault: undefined, finishedAt: await finishedAtOf(device, runId, skewMs) }
}

/** When work was over by its record; where that is not told, what was running when it was looked at has to do. */
async function finishedAtOf({ backend }: Device, id: RunId, skewMs: number): Promise<number | undefined> {
  const finished = await see(async () => (await backend.mustRun(id)).finished_at)
  return typeof finished === 'string' ? Date.parse(finished) - skewMs - performance.timeOrigin : undefined
}

/** A ping that goes out with a look at the record. */
async function pingBeside(
  connection: LiveConnection,
  look: Promise<{ readonly status: string }>,
): Promise<Ping> {
  const [pong, seen] = await Promise.all([
    answersPing(connection).then((isIt) => (isIt ? performance.now() : Infinity)),
    look.then(
      ({ status }) => ({ look: performance.now(), isRunning: status === 'running' }),
      () => ({ look: Infinity, isRunning: false }),
    ),
  ])
  return { pong, ...seen }
}

/**
 * The run, once it has ended and another one has been told of in the same thread: events are numbered there, so that
 * nothing can come between any more.
 *
 * @throws {NotObserved}
 */
export function runUntilFence(person: Person): Promise<ObservedRun> {
  return person.state.of(LiveState).runUntilFence.once(() => followToFence(person))
}

async function followToFence(person: Person): Promise<ObservedRun> {
  const { run } = askedBy(person)
  const observed = await observedRunOf(person)
  const next = await QuestionRun.ask(person.device, costQuestion(person, 'egret').text, run.threadId)
  await next.waitForEvent('the first word of another work', person.device.silence, () => true)
  // How that one ends is not what is judged here.
  await next.ended().catch(faultOf)
  if (person.offers.has('run-events-history')) await readFromMidway(person, next)
  return { ...observed, events: await run.events() }
}

/** The record of work that was not the first of its thread, from its middle on: whoever watches compares it with what was told. */
async function readFromMidway(person: Person, run: QuestionRun): Promise<void> {
  const [{ runId }, events] = await Promise.all([run.accepted(), run.events()])
  const middle = events[Math.floor(events.length / 2)]?.event.sequence ?? 0
  await ownCallsOf(person)('runEvents', { id: runId, query: { after: String(middle) } })
}

/** What was told of the run, and what is on record of it. @throws {NotObserved | UnexpectedAnswer} */
export async function runAndRecord(person: Person): Promise<RunAndRecord> {
  const { events } = await runUntilFence(person)
  const { runId } = await askedBy(person).run.accepted()
  const recorded = await person.device.backend.mustRunEvents(runId)
  return { told: events.map(({ event }) => event), recorded }
}
