import type { RunId } from '#clients/ids'
import { AcceptedAnswer } from '#contract/answers'
import { PROMISED } from '#contract/promises'
import { longWork } from '#promises/shared/assignments'
import { runEndOn } from '#promises/shared/connection-events'
import type { Fact } from '#promises/shared/facts.checks'
import { begin, ownCallsOf } from '#promises/shared/own-calls'
import { leaveAlone } from '#waiting/eventually'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

/**
 * Asks twice for as much at once as anybody may have, and stops all of it each time: after what has failed, and after
 * what was stopped. Where less is taken, a little later once more, for its end may be told before its room is free.
 *
 * @throws {NotObserved | UnexpectedAnswer}
 */
export async function askForAllTheRoom(person: Person, most: number, scenario: Scenario): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const when of ['after what has failed', 'after what was stopped']) {
    let taken = await fill(person, most, scenario)
    if (taken < most) {
      await leaveAlone(PROMISED.runStop, scenario.stop)
      taken = await fill(person, most, scenario)
    }
    facts.push({ what: `taken at once ${when}`, wanted: most, seen: taken })
  }
  return facts
}

/** @returns how many of them were taken */
async function fill(person: Person, most: number, { faults }: Scenario): Promise<number> {
  const { connection } = person.device
  const call = ownCallsOf(person)
  const { id } = await begin(person, { title: `${person.marker} room` })
  const json = { content: longWork(person, 'crane').text }
  const answers = await Promise.all(Array.from({ length: most }, () => call('sendMessage', { id, json })))
  const runs: RunId[] = []
  for (const answer of answers) {
    const { data } = AcceptedAnswer.safeParse(answer.body)
    if (data) runs.push(data.run_id as RunId)
    else faults.expectExchange(answer.exchange)
  }
  for (const run of runs) {
    faults.expectRunFailure(run)
    if (person.offers.has('cancel')) connection.stopRun(run)
  }
  await Promise.all(runs.map((run) => runEndOn(connection, run, connection.patience)))
  return runs.length
}
