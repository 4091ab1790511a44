import { randomUUID } from 'node:crypto'
import type { ObservedEvent } from '#contract/observed-run'
import type { Person } from '#world/person'
import { askFor, questionAndAnswerOf, startWatching } from './asking.ts'
import { costQuestion } from './assignments.ts'
import { agentEventsOn } from './connection-events.ts'
import { answersPing } from '#world/ping'
import type { AnsweredWatcher, WatcherView, Welcome } from './watchers.checks.ts'

/** All of them sign in, open a connection and create a thread. */
export async function watchTogether(people: readonly Person[]): Promise<void> {
  await Promise.all(people.map(startWatching))
}

/** All of them ask at the same moment, each about a workload of her own; their messages have the same name. */
export async function askTogether(people: readonly Person[]): Promise<void> {
  const name = randomUUID()
  await Promise.all(people.map((person) => askFor(person, costQuestion(person), name)))
}

/** What each of them was told, once all runs have ended and every connection has answered once more. @throws {NotObserved} */
export async function viewsOfWatchers(people: readonly Person[]): Promise<AnsweredWatcher[]> {
  const exchanges = await Promise.all(people.map(questionAndAnswerOf))
  const fences = await Promise.all(people.map(({ device }) => answersPing(device.connection)))
  return exchanges.flatMap((exchange, index) => {
    const person = people[index]
    return person ? [{ ...viewOf(person, fences[index] ?? false), exchange }] : []
  })
}

function viewOf({ name, device }: Person, fence: boolean): WatcherView {
  const { userId, threadId } = device.context
  const isOwn = ({ event: { payload } }: ObservedEvent): boolean =>
    payload.user_id === userId && payload.thread_id === threadId
  const events = agentEventsOn(device.connection)
  const foreign = events.filter((told) => !isOwn(told))
  return {
    name,
    fence,
    own: events.filter(isOwn),
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
