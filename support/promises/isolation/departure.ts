import type { Departure } from './departure.checks.ts'
import { seconds } from '#waiting/duration'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { tryMainAccessPoints } from '#promises/shared/access-points'
import { trespassesOf } from './trespass.ts'

/** The contract's two seconds, and what it takes to notice. */
const LINE_END = seconds(4)

/** Somebody closes her account for good; then her pass is tried, and her addresses are by everybody else. */
export async function leaveForGood(
  person: Person,
  others: readonly Person[],
  { faults }: Scenario,
): Promise<Departure> {
  const { accessToken } = person.device.session
  const { connection } = person.device
  const before = await tryMainAccessPoints(person, { token: accessToken })
  faults.expectClose(connection.number)
  ;(await person.auth.deleteMe(accessToken)).mustBe(204)
  const { code } = await connection.mustClose(LINE_END)
  const [pass, tries] = await Promise.all([
    tryMainAccessPoints(person, { token: accessToken }),
    Promise.all(others.map((asker) => trespassesOf(asker, [person]))),
  ])
  return { name: person.name, before, lineEnd: code, pass, tries: tries.flat() }
}

/** Somebody's line is shown the pass of somebody else. @returns what was said, and how the line ended */
export async function reauthenticateAsAnother(
  person: Person,
  other: Person,
  { faults }: Scenario,
): Promise<{ said: string; code: number }> {
  const device = person.addDevice()
  device.adopt(person.device.context)
  const connection = await device.connect()
  faults.expectErrors(connection.number, 'AUTH_FAILED')
  faults.expectClose(connection.number)
  const from = connection.received.mark()
  connection.reauthenticate(other.device.session.accessToken)
  const { value } = await connection.received.waitFor(
    { what: "an answer to another's pass", from, limit: LINE_END },
    ({ type }) => type === 'error_message' || type === 'reauthenticated',
  )
  const said = value.type === 'error_message' ? value.error_code : value.type
  return { said, code: said === 'AUTH_FAILED' ? (await connection.mustClose(LINE_END)).code : 0 }
}
