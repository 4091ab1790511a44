import type { ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import { FeatureFault } from '#errors/feature-fault'
import { isTerminal } from '#contract/observed-run'
import { NotTestable } from '#expect/seen'
import {
  agentEventsOn,
  receivesPast,
  runEndOn,
  sequenceFaultsOn,
  sequencesOn,
  terminalEventOn,
} from '#promises/shared/connection-events'
import { readTable, type Phrased } from '#promises/shared/phrase-table'
import { eventually } from '#waiting/eventually'
import { faultOf } from '#waiting/not-observed'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { InterruptedRun, Return } from './lost-connections.checks.ts'
import { LiveState } from './state.ts'
import { replay, sequencesOfRun } from './watched-run.ts'

/** How often a connection was to be lost, and what came of it until something was not as it should be. */
export interface Losses {
  readonly times: number
  readonly returns: Return[]
  /** Every connection that the device has had, in order. */
  readonly connections: LiveConnection[]
}

interface Way extends Phrased {
  readonly lose: (connection: LiveConnection) => Promise<void> | void
}

const WAYS: readonly Way[] = [
  { phrase: 'she hangs up', lose: (connection) => connection.close() },
  { phrase: 'it is cut off', lose: (connection) => connection.terminate() },
  { phrase: 'it falls silent', lose: (connection) => connection.stopReading() },
]
/** So many events have to come while a connection is there, and while it is lost. */
const EVENTS = 3

/**
 * Loses the connection in each of these ways, and comes back each time, until something is not as it should be.
 *
 * @param phrases as the feature calls the ways
 * @throws {FeatureFault} when the feature names more or fewer ways than times
 * @throws {NotTestable} when her work is done before that
 */
export async function loseConnection(
  person: Person,
  times: number,
  phrases: readonly string[],
  scenario: Scenario,
): Promise<void> {
  if (phrases.length !== times)
    throw new FeatureFault(`lost ${times} times, in ${phrases.length} ways: name one way for each time`)
  const { device, state } = person
  const losses: Losses = { times, returns: [], connections: [device.connection] }
  state.of(LiveState).losses.set(losses)
  for (const way of readTable(phrases, WAYS, 'way to lose a line')) {
    const came = await loseAndReturn(person, way, scenario)
    if (!came) return
    losses.returns.push(came)
    losses.connections.push(device.connection)
    if (came.faults.length > 0) return
  }
}

async function loseAndReturn(
  person: Person,
  { phrase, lose }: Way,
  scenario: Scenario,
): Promise<Return | undefined> {
  const { device, state } = person
  const { threadId } = state.of(LiveState).watchedRun.get()
  const { connection } = device
  if (!(await isUnderWay(person, phrase))) return undefined
  await lose(connection)
  const last = lastOn(connection, threadId)
  const faults: string[] = await moreHappens(person, last, scenario).then(() => [], listFault)
  const happened = await sequencesOfRun(person, scenario)
  const back = await device.connect()
  if (scenario.offers.has('resume')) faults.push(...(await replay(back, threadId, last)))
  connection.terminate()
  const missed = happened.filter((sequence) => sequence > last)
  return { how: phrase, missed, told: sequencesOn(back, threadId), faults }
}

/**
 * Waits for a few words of her work. Where it has come to a bad end before, what it was due is judged there.
 *
 * @throws {NotTestable} when it is done
 */
async function isUnderWay({ device, state }: Person, phrase: string): Promise<boolean> {
  const { threadId, runId } = state.of(LiveState).watchedRun.get()
  const { connection, silence } = device
  await Promise.race([
    receivesPast(connection, threadId, lastOn(connection, threadId) + EVENTS, silence),
    terminalEventOn(connection, runId, silence),
  ])
  const events = agentEventsOn(connection).map(({ event }) => event)
  const end = events.find((event) => isTerminal(event) && event.payload.run_id === runId)
  if (end?.type === 'agent_completed')
    throw new NotTestable(`her work was over before her line could be lost: ${phrase}`)
  return end === undefined
}

function lastOn(connection: LiveConnection, threadId: ThreadId): number {
  return sequencesOn(connection, threadId).at(-1) ?? 0
}

/** Waits until some more has happened than she has heard. @throws {NotObserved} */
async function moreHappens(person: Person, last: number, scenario: Scenario): Promise<void> {
  await eventually(
    { what: 'something that is missed', limit: person.device.silence, stop: scenario.stop },
    () => sequencesOfRun(person, scenario),
    (sequences) => (sequences.at(-1) ?? 0) >= last + EVENTS,
    (sequences) => `${sequences.length} words, ${last} of them heard`,
  )
}

/** Looks at everything when the run has ended. @throws {UnexpectedAnswer} */
export async function interruptedRun(person: Person, scenario: Scenario): Promise<InterruptedRun> {
  const { device, state } = person
  const { threadId, runId, companion } = state.of(LiveState).watchedRun.get()
  const { times, returns, connections } = state.of(LiveState).losses.get()
  const { outcome, fault: endFault } = await runEndOn(device.connection, runId, device.silence)
  const { status } = await device.backend.mustRun(runId)
  const happened = await sequencesOfRun(person, scenario)
  const heard = receivesPast(companion, threadId, happened.at(-1) ?? 0, device.silence)
  const companionFaults = await heard.then(() => [], listFault)
  return {
    times,
    returns,
    happened,
    outcome,
    status,
    endFault,
    known: [...new Set(connections.flatMap((connection) => sequencesOn(connection, threadId)))],
    companion: sequencesOn(companion, threadId),
    companionFaults: [...companionFaults, ...sequenceFaultsOn(companion)],
  }
}

const listFault = (error: unknown): string[] => [faultOf(error)]
