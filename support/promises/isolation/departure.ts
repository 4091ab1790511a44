import type { Departure } from './departure.checks.ts'
import { seconds } from '#waiting/duration'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { tryMainDoors } from '#promises/shared/access-points'
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
  const { line } = person.device
  const before = await tryMainDoors(person, { token: accessToken })
  faults.claimLineEnd(line.number)
  ;(await person.auth.deleteMe(accessToken)).mustBe(204)
  const { code } = await line.mustEnd(LINE_END)
  const [pass, tries] = await Promise.all([
    tryMainDoors(person, { token: accessToken }),
    Promise.all(others.map((asker) => trespassesOf(asker, [person]))),
  ])
  return { name: person.name, before, lineEnd: code, pass, tries: tries.flat() }
}

/** Somebody's line is shown the pass of somebody else. @returns what was said, and how the line ended */
export async function showAnothersPass(
  person: Person,
  other: Person,
  { faults }: Scenario,
): Promise<{ said: string; code: number }> {
  const device = person.addDevice()
  device.enter(person.device.context)
  const line = await device.openLine()
  faults.claimErrors(line.number, 'AUTH_FAILED')
  faults.claimLineEnd(line.number)
  const from = line.heard.mark()
  line.reauthenticate(other.device.session.accessToken)
  const { value } = await line.heard.waitFor(
    { what: "an answer to another's pass", from, limit: LINE_END },
    ({ type }) => type === 'error_message' || type === 'reauthenticated',
  )
  const said = value.type === 'error_message' ? value.error_code : value.type
  return { said, code: said === 'AUTH_FAILED' ? (await line.mustEnd(LINE_END)).code : 0 }
}
