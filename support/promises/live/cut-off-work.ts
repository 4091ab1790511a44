import { RunAnswer } from '#contract/answers'
import { EventsAnswer, type AgentEvent } from '#contract/frames'
import { isTerminal } from '#contract/observed-run'
import type { Fact } from '#promises/shared/facts.checks'
import { ownCallsOf, type OwnCall } from '#promises/shared/own-calls'
import { eventually, type Patience } from '#waiting/eventually'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

/** What is known of work that was cut off, the last of these, and of everything that was told in the thread. */
export async function endOf(runs: readonly string[], person: Person, { stop }: Scenario): Promise<Fact[]> {
  const call = ownCallsOf(person)
  const wait = { what: 'the end of work that was cut off', limit: person.device.patience, stop }
  const run = await endedRun(call, runs.at(-1) ?? '', wait)
  const told = (await Promise.all(runs.map((runId) => recordedEventsOf(call, runId)))).flat()
  return factsOf(run, told, runs.length)
}

/** The record of work, wherever it is read, once it has ended. @throws {NotObserved | UnexpectedAnswer} */
export function endedRun(call: OwnCall, id: string, wait: Patience): Promise<RunAnswer> {
  return eventually(
    wait,
    async () => (await call('run', { id })).must(200, RunAnswer),
    ({ status }) => status !== 'running',
    ({ status }) => status,
  )
}

function factsOf({ status }: RunAnswer, told: readonly AgentEvent[], works: number): Fact[] {
  const last = told.at(-1)
  const isDone = status === 'completed' && last?.type === 'agent_completed'
  const isCutOff = status === 'failed' && last?.type === 'agent_error' && isTerminal(last)
  const numbers = told.map(({ sequence }) => sequence)
  return [
    { what: 'the numbers of what was told', wanted: numbers.map((_, index) => index + 1), seen: numbers },
    { what: 'ends of all works', wanted: works, seen: told.filter(isTerminal).length },
    {
      what: 'work that was cut off',
      wanted: ENDED,
      seen: isDone || isCutOff ? ENDED : `${status}, ${last?.type}`,
    },
  ]
}

const ENDED = 'ended as failed, with an error'

/** What is on record of a run, wherever it is read. @throws {UnexpectedAnswer} */
export async function recordedEventsOf(call: OwnCall, id: string): Promise<AgentEvent[]> {
  return (await call('runEvents', { id })).must(200, EventsAnswer).events
}
