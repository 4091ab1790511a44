import type { ObservedRun } from '#contract/observed-run'
import { groundedFaults } from './answers.checks.ts'
import type { WatcherView, Welcome } from './watchers.checks.ts'
import type { Person } from '#world/person'
import { askedBy, askFor, observedRunOf, startWatching } from './asking.ts'
import { costQuestion } from './assignments.ts'
import { agentEventsOn } from './connection-events.ts'
import { answersPing } from './ping.ts'

/** All of them come in and listen. */
export async function watchTogether(people: readonly Person[]): Promise<void> {
  await Promise.all(people.map(startWatching))
}

/** All of them ask at the same moment, each about a workload of her own. */
export async function askTogether(people: readonly Person[]): Promise<void> {
  await Promise.all(people.map((person) => askFor(person, costQuestion(person))))
}

/** What each of them was told, once all works have ended and every line has answered once more. */
export async function viewsOfWatchers(people: readonly Person[]): Promise<WatcherView[]> {
  const runs = await Promise.all(people.map(observedRunOf))
  const fences = await Promise.all(people.map(({ device }) => answersPing(device.connection)))
  return people.map((person, index) => viewOf(person, runs[index], fences[index] ?? false))
}

function viewOf(person: Person, run: ObservedRun | undefined, fence: boolean): WatcherView {
  const { name, device } = person
  const { assignment } = askedBy(person)
  const { userId, threadId } = device.context
  const events = agentEventsOn(device.connection)
  const isOwn = ({ payload }: { payload: { user_id: string; thread_id: string } }): boolean =>
    payload.user_id === userId && payload.thread_id === threadId
  const foreign = events.filter(({ event }) => !isOwn(event))
  return {
    ...{ name, fence },
    faults: run ? groundedFaults(assignment, run) : ['her work was not followed'],
    own: events.filter(({ event }) => isOwn(event)),
    foreign: foreign.map(({ event }) => `${event.type} of ${event.payload.user_id}`),
  }
}

/** Who was welcomed on each one's connection, and whose token opened it. */
export function welcomesOf(people: readonly Person[]): Welcome[] {
  return people.map(({ name, device }) => ({
    name,
    greetedAs: device.welcomedAs,
    subject: device.session.claims.sub,
  }))
}
