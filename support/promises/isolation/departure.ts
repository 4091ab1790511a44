import { startStopwatch } from '#waiting/deadline'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { tryEveryAccessPoint, tryMainAccessPoints } from '#promises/shared/access-points'
import type { ClosedConnection } from '#promises/shared/connection-end.checks'
import type { Departure } from './departure.checks.ts'
import { trespassesOf } from './trespass.ts'

/** Somebody closes her account for good; then her token is tried, and her ids are by everybody else. @throws {NotObserved | Unexpected} */
export async function leaveForGood(
  person: Person,
  others: readonly Person[],
  { faults }: Scenario,
): Promise<Departure> {
  const token = person.device.session.accessToken
  const before = await tryMainAccessPoints(person, { token })
  faults.expectClose(person.device.connection.number)
  const connection = await closeAccount(person, token)
  const [after, tries] = await Promise.all([
    tryEveryAccessPoint(person, { token }),
    Promise.all(others.map((asker) => trespassesOf(asker, [person]))),
  ])
  return { before, after, connection, tries: tries.flat() }
}

/** @returns how her connection ended, counted from before she asked for it */
async function closeAccount({ auth, device }: Person, token: string): Promise<ClosedConnection> {
  const elapsed = startStopwatch()
  const { connection } = device
  const closing = connection.mustClose(connection.patience).then(({ code }) => ({ code, took: elapsed() }))
  const [closed] = await Promise.all([closing, auth.deleteMe(token).then((answer) => answer.mustBe(204))])
  return closed
}
