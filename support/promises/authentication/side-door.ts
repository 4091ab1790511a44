import { readSession, type Session } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { NotTestable } from '#expect/seen'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { liveThrough } from './provider-session.ts'
import type { SideDoorVisit, SideDoorVisits } from './side-door.checks.ts'

/** What is asked for at the side door. */
export const ASKED_FOR = ['read', 'write'] as const

function keyOf({ target }: Scenario): string {
  if (target.simulationKey) return target.simulationKey
  throw new NotTestable('E2E_OAUTH_SIMULATION_KEY is not set: take it from your secret store')
}

/** Knocks with a wrong key and with none. @throws {NotTestable} without the right one */
export async function knockWithoutKey(person: Person, scenario: Scenario): Promise<Attempt[]> {
  const { auth, registration } = person
  return [
    attemptOf('a wrong key', await auth.testAuth({ email: registration.email }, `${keyOf(scenario)}x`)),
    attemptOf('no key', await auth.testAuth({ email: registration.email })),
  ]
}

/** Comes in by the side door: for the first time at the same moment thrice, once more, and as a namesake. @throws {UnexpectedAnswer}, and {NotTestable} without the key */
export async function comeInBySideDoor(person: Person, scenario: Scenario): Promise<SideDoorVisits> {
  const { email } = person.registration
  const key = keyOf(scenario)
  // The first visits of all come at the same moment.
  const visits = [visit(person, email, key), visit(person, email, key), visit(person, email, key)] as const
  const [first, second, third] = await Promise.all(visits)
  return {
    first,
    again: await visit(person, email, key),
    meanwhile: [second, third],
    namesake: await visit(person, email.replace('@people.', '@others.'), key),
    life: await liveThrough(person, await enter(person, email, key)),
  }
}

async function visit(person: Person, email: string, key: string): Promise<SideDoorVisit> {
  const session = await enter(person, email, key)
  const { permissions } = await person.auth.mustMe(session.accessToken)
  return { userId: session.userId, inToken: session.claims.permissions, atService: permissions }
}

async function enter(person: Person, email: string, key: string): Promise<Session> {
  const answer = await person.auth.testAuth({ email, permissions: [...ASKED_FOR] }, key)
  const session = readSession(answer.must(200, SessionAnswer))
  person.deleteAccountLater(session)
  return session
}

/** Comes to the side door with the address of an account that has a password. @throws {NotTestable} without the key */
export async function comeAsOwner({ auth }: Person, owner: Person, scenario: Scenario): Promise<Attempt> {
  const answer = await auth.testAuth({ email: owner.registration.email }, keyOf(scenario))
  return attemptOf(`${owner.name}'s address`, answer)
}
