import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import type { Fact } from '#promises/shared/facts.checks'
import { begin, listedIn, ownCallsOf, statusFact } from '#promises/shared/own-calls'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

const [UNAUTHORIZED, NOT_FOUND, TAKEN] = [401, 404, 409]
const AN_HOUR_MS = 3_600_000
/** How nobody comes in who comes through the provider. */
const OTHER_WAYS = ['password', 'simulation']

/**
 * An account of the provider as it is told, its address, and what it shows.
 *
 * @param member somebody with a password, who begins a thread
 * @throws {UnexpectedAnswer}
 */
export async function providerAccount(person: Person, member: Person, { skewMs }: Scenario): Promise<Fact[]> {
  const { auth_provider: way = '', created_at: made } = await person.auth.mustMe(
    person.device.session.accessToken,
  )
  const age = Math.abs(Date.now() + skewMs.auth - Date.parse(made ?? new Date().toISOString()))
  return [
    { what: 'said to have come in another way', wanted: false, seen: OTHER_WAYS.includes(way) },
    { what: 'made in this hour', wanted: true, seen: age < AN_HOUR_MS },
    ...(await takeAddress(member, person.registration.email)),
    ...(await lookAround(person, member)),
  ]
}

/** Somebody else registers the address, in any case, and signs in with his password. */
async function takeAddress(member: Person, email: string): Promise<Fact[]> {
  const { auth, registration } = member
  const facts: Fact[] = []
  for (const spelling of [email, email.toUpperCase()]) {
    const answer = await auth.register({ ...registration, email: spelling })
    if (answer.status === 200) member.deleteAccountLater(readSession(answer.must(200, SessionAnswer)))
    facts.push(statusFact(`registering ${spelling}`, TAKEN, answer))
  }
  const logIn = await auth.login({ email, password: registration.password })
  return [...facts, statusFact("another's password", UNAUTHORIZED, logIn)]
}

/** What she is shown of what somebody else has. */
async function lookAround(person: Person, member: Person): Promise<Fact[]> {
  const { id } = await begin(member, { title: `A matter of ${member.marker}` })
  const call = ownCallsOf(person)
  const [thread, list] = [await call('thread', { id }), listedIn(await call('listThreads'))]
  return [
    statusFact("another's conversation", NOT_FOUND, thread),
    { what: "another's conversation in her list", wanted: false, seen: list?.ids.includes(id) },
    { what: 'how many she has', wanted: list?.ids.length, seen: list?.total },
  ]
}
