import type { RunId } from '#clients/ids'
import { longWork } from '#promises/shared/assignments'
import type { LiveConnection } from '#clients/live-connection'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { tryEveryAccessPoint, tryMainAccessPoints } from '#promises/shared/access-points'
import { worstCloseSince } from '#promises/shared/connection-end'
import type { ClosedConnection } from '#promises/shared/connection-end.checks'
import type { Departure } from './departure.checks.ts'
import { trespassesOf } from './trespass.ts'

/**
 * Somebody closes her account for good, on one of two devices; then her tokens are tried, and her ids are by everybody
 * else.
 *
 * @throws {NotObserved | Unexpected}
 */
export async function leaveForGood(
  person: Person,
  others: readonly Person[],
  { faults }: Scenario,
): Promise<Departure> {
  const token = person.device.session.accessToken
  const other = await openElsewhere(person)
  const lines = [person.device.connection, ...other.lines]
  const before = await tryMainAccessPoints(person, { token })
  await beginWork(person, faults)
  for (const { number } of lines) faults.expectClose(number)
  const connection = await closeAccount(person, token, lines)
  const [after, afterElsewhere, tries] = await Promise.all([
    tryEveryAccessPoint(person, { token }),
    tryMainAccessPoints(person, { token: other.token }),
    Promise.all(others.map((asker) => trespassesOf(asker, [person]))),
  ])
  return { before, after: [...after, ...afterElsewhere], connection, tries: tries.flat() }
}

/** What is being worked on when she leaves goes with her. @throws {UnexpectedAnswer} */
async function beginWork(person: Person, faults: Scenario['faults']): Promise<void> {
  const { backend, threadId } = person.device
  const { run_id } = await backend.mustSendMessage(threadId, longWork(person, 'finch').text)
  person.device.trackRun(run_id as RunId)
  faults.expectRunFailure(run_id)
}

/** A second device with a session of its own, and a line of either kind. @throws {UnexpectedAnswer | NoConnection} */
async function openElsewhere(person: Person): Promise<{ token: string; lines: readonly LiveConnection[] }> {
  const device = person.addDevice()
  await person.signIn(device)
  const lines = [await device.connect(), await device.connect({ by: 'subprotocol' })]
  return { token: device.session.accessToken, lines }
}

/** @returns how her connections ended, counted from before she asked for it */
async function closeAccount(
  { auth }: Person,
  token: string,
  lines: readonly LiveConnection[],
): Promise<ClosedConnection> {
  const askedAt = performance.now()
  const closing = worstCloseSince(lines, askedAt)
  const [closed] = await Promise.all([closing, auth.deleteMe(token).then((answer) => answer.mustBe(204))])
  return closed
}
