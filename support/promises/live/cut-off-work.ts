import { RunAnswer } from '#contract/answers'
import { EventsAnswer, type AgentEvent } from '#contract/frames'
import { isTerminal } from '#contract/observed-run'
import type { Fact } from '#promises/shared/facts.checks'
import { ownCallsOf, type OwnCall } from '#promises/shared/own-calls'
import { eventually } from '#waiting/eventually'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

/** What is known of work that was cut off, the second of these, and of everything that was told in the thread. */
export async function endOf(
  runs: readonly [string, string],
  person: Person,
  { stop }: Scenario,
): Promise<Fact[]> {
  const [call, [, cutOff]] = [ownCallsOf(person), runs]
  const read = async (): Promise<RunAnswer> => (await call('run', { id: cutOff })).must(200, RunAnswer)
  const wait = { what: 'the end of work that was cut off', limit: person.device.patience, stop }
  const run = await eventually(
    wait,
    read,
    ({ status }) => status !== 'running',
    ({ status }) => status,
  )
  const told = (await Promise.all(runs.map((runId) => recordedEventsOf(call, runId)))).flat()
  return factsOf(run, told)
}

function factsOf({ status }: RunAnswer, told: readonly AgentEvent[]): Fact[] {
  const last = told.at(-1)
  const isDone = status === 'completed' && last?.type === 'agent_completed'
  const isCutOff = status === 'failed' && last?.type === 'agent_error' && isTerminal(last)
  const numbers = told.map(({ sequence }) => sequence)
  return [
    { what: 'the numbers of what was told', wanted: numbers.map((_, index) => index + 1), seen: numbers },
    { what: 'ends of both works', wanted: 2, seen: told.filter(isTerminal).length },
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
