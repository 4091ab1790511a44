import { readSession, type Session } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { NotTestable } from '#expect/seen'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import { allOf } from '#waiting/all-of'
import { openProviderAccount } from './provider-sign-in.ts'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { SideDoorVisit, SideDoorVisits } from './side-door.checks.ts'
import { liveThrough } from './whole-life.ts'

/** What is asked for at the side door. */
export const ASKED_FOR = ['read', 'write'] as const

function keyOf({ target }: Scenario): string {
  if (target.simulationKey) return target.simulationKey
  throw new NotTestable('E2E_OAUTH_SIMULATION_KEY is not set: take it from your secret store')
}

/** Knocks with a wrong key and with none. @throws {NotTestable} without the right one */
export async function knockWithoutKey(person: Person, scenario: Scenario): Promise<Attempt[]> {
  const { auth, registration } = person
  const key = keyOf(scenario)
  const wrong = [`${key}x`, key.slice(0, -1), `${key.slice(0, -1)}${key.endsWith('x') ? 'y' : 'x'}`, '']
  const answers = [...wrong, undefined].map((each) => auth.testAuth({ email: registration.email }, each))
  return (await allOf(answers)).map((answer, index) =>
    attemptOf(index < wrong.length ? 'a wrong key' : 'no key', answer),
  )
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
    life: await liveThrough(
      person,
      await allOf([enter(person, email, key), enter(person, email, key), enter(person, email, key)]),
      scenario,
    ),
  }
}

async function visit(person: Person, email: string, key: string): Promise<SideDoorVisit> {
  const session = await enter(person, email, key)
  const { permissions } = await person.auth.mustMe(session.accessToken)
  return { userId: session.userId, inToken: session.claims.permissions, atService: permissions }
}

async function enter(person: Person, email: string, key: string): Promise<Session> {
  const { name } = person.registration
  const answer = await person.auth.testAuth({ email, name, permissions: [...ASKED_FOR] }, key)
  const session = readSession(answer.must(200, SessionAnswer))
  person.deleteAccountLater(session)
  return session
}

/**
 * Comes to the side door with the address of an account that has a password, in any case, and of one from the outside
 * provider; and registers the address of one that was opened at the side door. @throws {NotTestable} without the key
 */
export async function comeAsOwner(person: Person, owner: Person, scenario: Scenario): Promise<Attempt[]> {
  const { email } = owner.registration
  const { auth, registration } = person
  const elsewhere = registration.email.replace('@', '.elsewhere@')
  if (scenario.offers.has('oauth-google')) await openProviderAccount(person, elsewhere, scenario)
  const others = [email, email.toUpperCase(), ...(scenario.offers.has('oauth-google') ? [elsewhere] : [])]
  const knocks = others.map(async (each) =>
    attemptOf(
      each === elsewhere ? 'an address from the outside provider' : `${owner.name}'s address`,
      await auth.testAuth({ email: each }, keyOf(scenario)),
    ),
  )
  const newcomer = await auth.register(registration)
  if (newcomer.status === 200) person.deleteAccountLater(readSession(newcomer.must(200, SessionAnswer)))
  return [...(await allOf(knocks)), attemptOf('registering an address from there', newcomer)]
}
