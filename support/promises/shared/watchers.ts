import type { ObservedRun } from '#contract/observed-run'
import { groundedFaults } from './answers.checks.ts'
import type { AccessAttempt } from './access-points.checks.ts'
import type { WatcherView, Welcome } from './watchers.checks.ts'
import { isAgentEvent } from '#contract/frames'
import { EventLog } from '#waiting/event-log'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { ASKED, askFor, startWatching, observedRunOf } from './asking.ts'
import { costQuestion } from './assignments.ts'
import { tryLiveConnection } from './access-points.ts'
import { expiredToken } from './forged-tokens.ts'
import { answersPing } from './ping.ts'

/** All of them come in and listen. */
export async function watchTogether(people: readonly Person[]): Promise<void> {
  await Promise.all(people.map(startWatching))
}

export async function askTogether(people: readonly Person[]): Promise<void> {
  await Promise.all(people.map((person) => askFor(person, costQuestion(person))))
}

/** What each of them was told, once all works have ended and every line has answered once more. */
export async function viewsOfWatchers(people: readonly Person[]): Promise<WatcherView[]> {
  const runs = await Promise.all(people.map(observedRunOf))
  const fences = await Promise.all(people.map(({ device }) => answersPing(device.connection)))
  return people.map((person, index) => viewOf(person, runs[index], fences[index] ?? false))
}

function viewOf({ name, device, memory }: Person, run: ObservedRun | undefined, fence: boolean): WatcherView {
  const { assignment } = memory.recall(ASKED)
  const { userId, threadId } = device.context
  const heard = device.connection.received.since(EventLog.START)
  const events = heard.flatMap(({ at, value }) => (isAgentEvent(value) ? [{ at, event: value }] : []))
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

export function welcomesOf(people: readonly Person[]): Welcome[] {
  return people.map(({ name, device }) => ({
    name,
    greetedAs: device.welcomedAs,
    subject: device.session.claims.sub,
  }))
}

/** Tries to watch without a good pass, in every way; and with one's own pass, as it should be. */
export async function connectWithBadTokens(
  person: Person,
  scenario: Scenario,
): Promise<{ attempts: AccessAttempt[]; control: AccessAttempt[] }> {
  await person.signIn()
  const { accessToken, refreshToken } = person.device.session
  const expired = expiredToken(person.device.session, scenario.target.signingSecret)
  const bad = [undefined, 'no-pass-at-all', `${accessToken}x`, refreshToken, ...(expired ? [expired] : [])]
  const attempts = bad.flatMap((token) => [
    tryLiveConnection(person, 'header', { token }),
    tryLiveConnection(person, 'subprotocol', { token }),
  ])
  const good = { token: accessToken }
  const control = [tryLiveConnection(person, 'header', good), tryLiveConnection(person, 'subprotocol', good)]
  return { attempts: await Promise.all(attempts), control: await Promise.all(control) }
}

/** Tries to watch with one's own good pass from foreign pages; and from the platform's own. */
export async function connectFromForeignOrigins(
  person: Person,
  { target }: Scenario,
): Promise<{ attempts: AccessAttempt[]; control: AccessAttempt[] }> {
  const { origin } = new URL(target.addresses.frontend)
  const foreign = ['https://evil.example', 'null', `${origin}.evil.example`, origin.replace('//', '//x.')]
  const token = person.device.session.accessToken
  const from = (page: string): Promise<AccessAttempt> => tryLiveConnection(person, 'header', { token }, page)
  return { attempts: await Promise.all(foreign.map(from)), control: [await from(origin)] }
}
