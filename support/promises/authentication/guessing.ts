import { randomBytes } from 'node:crypto'
import type { Attempt } from '#promises/shared/refusals.checks'
import type { GuessingOutcome, TimedRefusal } from './guessing.checks.ts'
import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

const SAMPLES = 4
const ALLOWED_FAILURES = 10

/** Wrong passwords at a known address and any at unknown ones, in turns. */
export async function refusalsAt(
  intruder: Person,
  owner: Person,
): Promise<{ known: TimedRefusal[]; unknown: TimedRefusal[] }> {
  const known: TimedRefusal[] = []
  const unknown: TimedRefusal[] = []
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    known.push(await guess(intruder, owner.registration.email))
    unknown.push(await guess(intruder, `nobody-${randomBytes(6).toString('hex')}@people.netra.example`))
  }
  return { known, unknown }
}

async function guess(intruder: Person, email: string): Promise<TimedRefusal> {
  const password = randomBytes(9).toString('hex')
  const { status, text, elapsedMs, headers } = await intruder.auth.login({ email, password })
  return { status, text, elapsedMs, type: headers['content-type'] ?? '' }
}

/** Guesses at somebody's password until it is slowed, and looks how others fare meanwhile. */
export async function guessTooOften(
  intruder: Person,
  owner: Person,
  others: readonly Person[],
  scenario: Scenario,
): Promise<GuessingOutcome> {
  const { email } = owner.registration
  const guesses = await Promise.all(Array.from({ length: ALLOWED_FAILURES }, () => guess(intruder, email)))
  const refusals = guesses.map(({ status }) => status)
  const password = randomBytes(9).toString('hex')
  const slowed = await intruder.auth.login({ email, password })
  scenario.faults.expectExchange(slowed.exchange)
  const logIns = await Promise.all(others.map((other) => logIn(other)))
  const { status: ownSession } = await owner.auth.me(owner.device.session.accessToken)
  const retryAfter = slowed.headers['retry-after']
  return {
    refusals,
    slowed: { what: 'one more', ...slowed, status: slowed.status, text: slowed.text },
    retryAfter,
    logIns,
    ownSession,
  }
}

/** Signs in with one's own password. */
export async function logIn(person: Person): Promise<Attempt> {
  const answer = await person.auth.login(person.registration)
  if (answer.status === 200) person.deleteAccountLater(readSession(answer.must(200, SessionAnswer)))
  return { what: person.name, status: answer.status, text: '' }
}

/** Requests that are wrong in ways that make careless services talk. */
export async function provokeErrors(intruder: Person): Promise<Attempt[]> {
  const { auth } = intruder
  const answers = {
    'broken JSON': await auth.loginWithText('{"email": '),
    'no JSON': await auth.loginWithText('email=me'),
    'a list': await auth.loginWithText('[]'),
    'numbers for words': await auth.loginWithText('{"email":1,"password":2}'),
    'quotes and comments': await auth.login({
      email: "' OR 1=1; --",
      password: "'; drop table accounts; --",
    }),
    'a null byte': await auth.login({ email: 'a\u0000@people.netra.example', password: 'x\u0000' }),
    'far too much': await auth.loginWithText(JSON.stringify({ email: 'x'.repeat(60_000), password: 'x' })),
  }
  return Object.entries(answers).map(([what, { status, text }]) => ({ what, status, text }))
}
