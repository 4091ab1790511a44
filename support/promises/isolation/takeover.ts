import { ERRORS } from '#contract/codes'
import { startStopwatch } from '#waiting/deadline'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { Takeover } from './false-owners.checks.ts'

/** A connection of somebody's is shown the token of somebody else. @throws {NotObserved | NoConnection} */
export async function reauthenticateAsAnother(
  person: Person,
  other: Person,
  { faults }: Scenario,
): Promise<Takeover> {
  const connection = await person.addDeviceOfSameSession().connect()
  faults.expectErrors(connection.number, ERRORS.authentication)
  faults.expectClose(connection.number)
  const from = connection.received.mark()
  const elapsed = startStopwatch()
  connection.reauthenticate(other.device.session.accessToken)
  const { value } = await connection.received.waitFor(
    { what: "an answer to another's pass", from, limit: connection.patience },
    ({ type }) => type === 'error_message' || type === 'reauthenticated',
  )
  if (value.type !== 'error_message') return { answer: 'granted', closed: undefined }
  const answer = { error: value.error_code }
  if (answer.error !== ERRORS.authentication) return { answer, closed: undefined }
  const { code } = await connection.mustClose(connection.patience)
  return { answer, closed: { code, took: elapsed() } }
}
