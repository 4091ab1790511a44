import type { Session } from '#clients/session'
import { NotSeen, NotTestable, see } from '#expect/seen'
import { askedBy, askFor } from '#promises/shared/asking'
import { migrationPlan } from '#promises/shared/assignments'
import { agentEventsOn } from '#promises/shared/connection-events'
import { answersPing } from '#world/ping'
import { answersTo } from '#promises/shared/run-history'
import { isAlmostOver, openShortLivedConnection, shortLivedTokenOf } from '#promises/shared/short-lived-token'
import type { Mark } from '#waiting/event-log'
import type { Device } from '#world/device'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { ConnectionAcrossRenewal, RunAcrossRenewal } from './renewal.checks.ts'
import { authenticationOf } from './state.ts'

/** A renewal, seen from the connection that went on across it. */
export interface Renewal {
  readonly before: Session
  readonly after: Session
  /** On the connection: the moment before it was renewed. */
  readonly from: Mark
  /** Until when the connection lives on, as the platform stated it (ISO 8601); missing when it stated nothing. */
  readonly statedEnd: string | undefined
  /** Whether the connection had lived its time before it could be renewed. */
  readonly isTooLate: boolean
}

/** Works on a connection that lives by a token about to expire; a second connection lives by it, too. @throws {NotTestable} */
export async function workOnBorrowedTime(person: Person, scenario: Scenario): Promise<void> {
  await person.register()
  const token = await openShortLivedConnection(person, scenario)
  await person.device.connect({ token })
  await askFor(person, migrationPlan(person))
}

/** Renews the session, and tells the connection. @throws {UnexpectedAnswer | NotTestable} */
export async function renew(person: Person, { faults }: Scenario): Promise<void> {
  const { device, auth } = person
  const before = device.session
  const { connection } = device
  // What was renewed once can be renewed again: at first by what it lives by already.
  connection.reauthenticate(shortLivedTokenOf(person).token)
  await answersPing(connection)
  const after = await auth.mustRefresh(refreshTokenOf(device))
  const from = connection.received.mark()
  const isTooLate = isAlmostOver(shortLivedTokenOf(person))
  // What has lived its time is ended by right.
  if (isTooLate) faults.expectClose(connection.number)
  connection.reauthenticate(after.accessToken)
  device.renew(after)
  const stated = await see(() => connection.mustReceive('reauthenticated', from, connection.patience))
  const statedEnd = stated instanceof NotSeen ? undefined : stated.payload.expires_at
  authenticationOf(person).renewal.set({ before, after, from, statedEnd, isTooLate })
}

/** What a session is renewed with. @throws {NotTestable} where there is nothing of the kind */
export function refreshTokenOf({ session }: Pick<Device, 'session'>): string {
  if (session.refreshToken !== undefined) return session.refreshToken
  throw new NotTestable('this way of signing in gives no means of renewal')
}

/** Uses what she had before she renewed once more, long after, and what came of it. @throws {StepTooEarly | NotTestable} */
export async function renewLongAfter(person: Person, { faults, offers }: Scenario): Promise<Attempt[]> {
  const { auth, devices } = person
  const { before, after } = renewalInTime(person)
  for (const device of devices) if (device.isConnected) faults.expectClose(device.connection.number)
  const again = await auth.refresh(refreshTokenOf({ session: before }))
  const isOver = offers.has('refresh-family-revocation')
  return [
    attemptOf('what she had before she renewed', again),
    ...(isOver ? [attemptOf('the pass that this gave', await auth.me(after.accessToken))] : []),
  ]
}

/** Looks at the connection that was renewed, and at the one that was not. @throws {StepTooEarly | NotTestable} */
export async function connectionAcrossRenewal(person: Person): Promise<ConnectionAcrossRenewal> {
  const { after, statedEnd } = renewalInTime(person)
  const { connection } = person.device
  const answers = await answersPing(connection)
  return {
    isOpen: connection.isOpen,
    answers,
    statedEnd,
    realEnd: new Date(after.claims.exp * 1000).toISOString(),
    isOtherOpen: shortLivedTokenOf(person).connection.isOpen,
  }
}

/** Waits for the end of the run that was under way, and looks at what came of it. @throws {NotObserved | UnexpectedAnswer | NotTestable} */
export async function runAcrossRenewal(person: Person): Promise<RunAcrossRenewal> {
  const { from } = renewalInTime(person)
  const { run } = askedBy(person)
  const { outcome, text, runId } = await run.ended()
  const events = agentEventsOn(person.device.connection, from)
  const messages = await person.device.backend.mustMessages(run.threadId)
  return {
    outcome,
    eventsAfterwards: events.filter(({ event }) => event.payload.run_id === runId).length,
    stored: answersTo(runId, messages).filter(({ content }) => content === text).length,
  }
}

function renewalInTime(person: Person): Renewal {
  const renewal = authenticationOf(person).renewal.get()
  if (renewal.isTooLate)
    throw new NotTestable('the session was over before it could be renewed: everything is very slow here')
  return renewal
}
