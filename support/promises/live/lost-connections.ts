import type { LiveConnection } from '#clients/live-connection'
import { FeatureFault } from '#errors/feature-fault'
import type { AgentEvent } from '#contract/frames'
import { isTerminal } from '#contract/observed-run'
import { receivesPast, runEndOn, sequenceFaultsOn, sequencesOn } from '#promises/shared/connection-events'
import { readTable, type Phrased } from '#promises/shared/phrase-table'
import { eventually } from '#waiting/eventually'
import { faultOf } from '#waiting/not-observed'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { InterruptedRun, Return } from './lost-connections.checks.ts'
import { LiveState } from './state.ts'
import { eventsOfThread, replay } from './watched-run.ts'
import { FEW, isUnderWay, lastOn } from './work-under-way.ts'

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
  const { connection } = device
  if (!(await isUnderWay(person, phrase))) return undefined
  const { threadId } = state.of(LiveState).watchedRun.get()
  await lose(connection)
  const last = lastOn(connection, threadId)
  const faults: string[] = await moreHappens(person, last, scenario).then(() => [], listFault)
  const missed = (await missedBy(person, last, scenario)).map(({ sequence }) => sequence)
  const back = await device.connect()
  if (scenario.offers.has('resume')) faults.push(...(await replay(back, threadId, last)))
  connection.terminate()
  return { how: phrase, missed, told: sequencesOn(back, threadId), faults }
}

/** Waits until some more has happened than she has heard: a few words, or the end. @throws {NotObserved} */
async function moreHappens(person: Person, last: number, scenario: Scenario): Promise<void> {
  await eventually(
    { what: 'something that is missed', limit: person.device.silence, stop: scenario.stop },
    () => missedBy(person, last, scenario),
    (missed) => missed.length >= FEW || missed.some(isTerminal),
    (missed) => `${missed.length} words past the ${last} that were heard`,
  )
}

async function missedBy(person: Person, last: number, scenario: Scenario): Promise<AgentEvent[]> {
  return (await eventsOfThread(person, scenario)).filter(({ sequence }) => sequence > last)
}

/** Looks at everything when the run has ended. @throws {UnexpectedAnswer} */
export async function interruptedRun(person: Person, scenario: Scenario): Promise<InterruptedRun> {
  const { device, state } = person
  const run = state.of(LiveState).watchedRun.get()
  const { threadId, runId, runIds, companion } = run
  const { times, returns, connections } = state.of(LiveState).losses.get()
  const { outcome, fault: endFault } = await runEndOn(device.connection, runId, device.silence)
  const records = await Promise.all(runIds.map((id) => device.backend.mustRun(id)))
  const happened = (await eventsOfThread(person, scenario)).map(({ sequence }) => sequence)
  const heard = receivesPast(companion, run, happened.at(-1) ?? 0, device.silence)
  const companionFaults = await heard.then(() => [], listFault)
  return {
    times,
    returns,
    happened,
    outcome,
    status: [...new Set(records.map(({ status }) => status))].join(', '),
    endFault,
    known: [...new Set(connections.flatMap((connection) => sequencesOn(connection, threadId)))],
    companion: sequencesOn(companion, threadId),
    companionFaults: [...companionFaults, ...sequenceFaultsOn(companion)],
  }
}

const listFault = (error: unknown): string[] => [faultOf(error)]
