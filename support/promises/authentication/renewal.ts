import type { Session } from '#clients/session'
import { NotTestable } from '#expect/seen'
import type { ConnectionAcrossRenewal, RunAcrossRenewal } from './renewal.checks.ts'
import { seconds } from '#waiting/duration'
import type { Mark } from '#waiting/event-log'
import type { Device } from '#world/device'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { answersPing } from '#promises/shared/ping'
import { migrationPlan } from '#promises/shared/assignments'
import type { QuestionRun } from '#promises/shared/question-run'
import { mustAsk } from '#promises/shared/questions'
import { openShortLivedConnection } from '#promises/shared/short-lived-token'

/** A renewal, seen from the line that went on across it. */
export interface Renewal {
  readonly before: Session
  readonly after: Session
  /** On the line: the moment before it was renewed. */
  readonly from: Mark
  /** Until when the line lives on, as the platform stated it; missing when it said nothing of the kind. */
  readonly statedEnd: string | undefined
}

export const WORK = topic<QuestionRun>('asked for a long piece of work')
export const RENEWAL = topic<Renewal>('renewed a session')

const ANSWERED = seconds(5)
/** She works on a line that lives by a pass which is about to run out; a second line lives by it, too. */
export async function workOnBorrowedTime(person: Person, scenario: Scenario): Promise<void> {
  await person.register()
  const token = await openShortLivedConnection(person, scenario)
  await person.device.connect({ token })
  person.memory.note(WORK, await mustAsk(person.device, migrationPlan(person).text))
}

/** Renews the session, and tells the line. */
export async function renew(person: Person): Promise<void> {
  const { device, auth, memory } = person
  const before = device.session
  const after = await auth.mustRefresh(refreshTokenOf(device))
  const { connection } = device
  const from = connection.received.mark()
  connection.reauthenticate(after.accessToken)
  const stated = connection.mustReceive('reauthenticated', from, ANSWERED)
  device.renew(after)
  const statedEnd = await stated.then(
    ({ payload }) => payload.expires_at,
    () => undefined,
  )
  memory.note(RENEWAL, { before, after, from, statedEnd })
}

export function refreshTokenOf({ session }: Pick<Device, 'session'>): string {
  if (session.refreshToken !== undefined) return session.refreshToken
  throw new NotTestable('this way of signing in gives no means of renewal')
}

/** Looks at the line that was renewed. */
export async function connectionAcrossRenewal({ device, memory }: Person): Promise<ConnectionAcrossRenewal> {
  const { after, statedEnd } = memory.recall(RENEWAL)
  const { connection } = device
  const answers = await answersPing(connection)
  return {
    isOpen: connection.isOpen,
    answers,
    statedEnd,
    realEnd: new Date(after.claims.exp * 1000).toISOString(),
  }
}

/** Waits for the work that was under way when the session was renewed, and looks at what came of it. */
export async function runAcrossRenewal({ device, memory }: Person): Promise<RunAcrossRenewal> {
  const { from } = memory.recall(RENEWAL)
  const work = memory.recall(WORK)
  const { outcome, text, runId } = await work.ended()
  const messages = await device.backend.mustMessages(work.threadId)
  const told = device.connection.received.since(from).map(({ value }) => value)
  const heard = told.filter((frame) => 'sequence' in frame && frame.payload.run_id === runId)
  const stored = messages.filter(({ role, content }) => role === 'assistant' && content === text)
  return { outcome, heardAfterwards: heard.length, stored: stored.length }
}
