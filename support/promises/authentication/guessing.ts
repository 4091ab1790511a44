import { randomBytes } from 'node:crypto'
import type { Answer } from '#clients/answer'
import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { LIMITS } from '#contract/limits'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { GuessingOutcome, Refusals, TimedRefusal } from './guessing.checks.ts'

const SAMPLES = 4

/** Wrong passwords at a known address and any at unknown ones, in turns. */
export async function refusalsAt(intruder: Person, owner: Person): Promise<Refusals> {
  const known: TimedRefusal[] = []
  const unknown: TimedRefusal[] = []
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    known.push(timed(await guess(intruder, owner.registration.email)))
    unknown.push(
      timed(await guess(intruder, `nobody-${randomBytes(6).toString('hex')}@people.netra.example`)),
    )
  }
  return { known, unknown, ownSession: await ownSessionOf(owner) }
}

function guess({ auth }: Person, email: string): Promise<Answer> {
  return auth.login({ email, password: randomBytes(9).toString('hex') })
}

function timed({ status, text, elapsedMs, headers }: Answer): TimedRefusal {
  return { status, text, elapsedMs, type: headers['content-type'] ?? '' }
}

async function ownSessionOf({ auth, device }: Person): Promise<number> {
  return (await auth.me(device.session.accessToken)).status
}

/**
 * Guesses at the owner's password as often as may fail and once more, and looks how she and another fare meanwhile.
 *
 * @param allowed how many failures there may be
 */
export async function guessTooOften(
  people: { readonly intruder: Person; readonly owner: Person; readonly other: Person },
  allowed: number,
  { faults }: Scenario,
): Promise<GuessingOutcome> {
  const { intruder, owner, other } = people
  const { email } = owner.registration
  const guesses = await Promise.all(Array.from({ length: allowed }, () => guess(intruder, email)))
  const slowed = await guess(intruder, email)
  faults.expectExchange(slowed.exchange)
  return {
    refusals: guesses.map(({ status }) => status),
    slowed: attemptOf('one more', slowed),
    retryAfter: slowed.headers['retry-after'],
    otherLogIn: await logIn(other),
    ownSession: await ownSessionOf(owner),
  }
}

/** Signs in with one's own password. */
async function logIn(person: Person): Promise<Attempt> {
  const answer = await person.auth.login(person.registration)
  if (answer.status === 200) person.deleteAccountLater(readSession(answer.must(200, SessionAnswer)))
  return attemptOf(person.name, answer)
}

/** Requests that are wrong in ways that make careless services talk. */
export async function provokeErrors({ auth }: Person): Promise<Attempt[]> {
  const endless = { email: 'x'.repeat(LIMITS.bodyBytes), password: 'x' }
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
    'far too much': await auth.loginWithText(JSON.stringify(endless)),
  }
  return Object.entries(answers).map(([what, answer]) => attemptOf(what, answer))
}
