import { PROMISED } from '#contract/promises'
import { agentEventsOn } from '#promises/shared/connection-events'
import type { Fact } from '#promises/shared/facts.checks'
import { listedIn, ownCallsOf, statusFact } from '#promises/shared/own-calls'
import type { Stop } from '#waiting/deadline'
import { whenOver } from '#waiting/moment'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { IsolationState } from './state.ts'

const NOT_FOUND = 404
/** What was deleted is looked for once more so long after, in milliseconds: what sweeps up may bring it back. */
const MOMENT_MS = 3_500

/** Whether it is still nowhere; how all others are told then is compared with how they were told. @throws {StepTooEarly} */
async function stillNowhere(person: Person, stop: Stop): Promise<Fact[]> {
  const { id, run, at } = person.state.of(IsolationState).deleted.get()
  await whenOver('a moment after it was deleted', () => at + MOMENT_MS - performance.now(), stop)
  const call = ownCallsOf(person)
  const list = await call('listThreads', { query: { limit: '100' } })
  return [
    statusFact('it, a moment later', NOT_FOUND, await call('thread', { id })),
    statusFact('its work, a moment later', NOT_FOUND, await call('run', { id: run })),
    { what: 'listed, a moment later', wanted: false, seen: listedIn(list)?.ids.includes(id) },
  ]
}

/** What was still told of the work of what was deleted, when it had to have stopped. @throws {NotObserved | StepTooEarly} */
export async function toldAfterDeletion(
  person: Person,
  { stop, tolerance, skewMs }: Scenario,
): Promise<Fact[]> {
  const { run, at, since } = person.state.of(IsolationState).deleted.get()
  const last = at + PROMISED.runStop.ms + tolerance.ms
  await whenOver('the end of deleted work', () => last - performance.now(), stop)
  const told = agentEventsOn(person.device.connection).filter(({ event }) => event.payload.run_id === run)
  const answers = told.filter(({ event }) => event.type === 'agent_completed' && event.payload.response)
  // On a slow platform it may have been over before it was deleted, and be told of later.
  const late = answers.filter(
    (answer) => answer.at > at && !(Date.parse(answer.event.timestamp) - skewMs.backend < since),
  )
  return [
    ...(await stillNowhere(person, stop)),
    { what: 'its work, later', wanted: 0, seen: told.filter((event) => event.at > last).length },
    { what: 'answers to it', wanted: 0, seen: late.length },
  ]
}
