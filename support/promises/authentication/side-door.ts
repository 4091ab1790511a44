import { NotTestable } from '#expect/seen'
import type { SideDoorVisit } from './side-door.checks.ts'
import { readSession, type Session } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import type { Attempt } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

/** @throws {NotTestable} without the key */
function keyOf({ target }: Scenario): string {
  if (target.simulationKey) return target.simulationKey
  throw new NotTestable('E2E_OAUTH_SIMULATION_KEY is not set: take it from your secret store')
}

/** Knocks with a wrong key and with none. */
export async function knockWithoutKey(person: Person, scenario: Scenario): Promise<Attempt[]> {
  const key = keyOf(scenario)
  const { email } = person.registration
  const wrong = await person.auth.testAuth({ email }, `${key}x`)
  const none = await person.auth.testAuth({ email })
  return [
    { what: 'a wrong key', status: wrong.status, text: wrong.text },
    { what: 'no key', status: none.status, text: none.text },
  ]
}

/** Comes in by the side door three times: twice by one address, once by another with the same name before the @. */
export async function comeInBySideDoor(person: Person, scenario: Scenario): Promise<SideDoorVisit[]> {
  const { email } = person.registration
  const namesake = email.replace('@people.', '@others.')
  const visits: SideDoorVisit[] = []
  for (const address of [email, email, namesake]) {
    const session = await enter(person, address, keyOf(scenario))
    const { permissions } = await person.auth.mustMe(session.accessToken)
    const { userId, claims } = session
    visits.push({ email: address, userId, inToken: claims.permissions, atService: permissions })
  }
  return visits
}

/** What is asked for at the side door. */
export const ASKED_FOR = ['read', 'write'] as const

async function enter(person: Person, email: string, key: string): Promise<Session> {
  const answer = await person.auth.testAuth({ email, permissions: [...ASKED_FOR] }, key)
  const session = readSession(answer.must(200, SessionAnswer))
  person.deleteAccountLater(session)
  return session
}
