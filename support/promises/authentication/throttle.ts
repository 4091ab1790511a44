import { randomBytes } from 'node:crypto'
import type { Answer } from '#clients/answer'
import { waitIn } from '#clients/retry-after'
import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import { startStopwatch } from '#waiting/deadline'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { guess, ownSessionOf } from './guessing.ts'
import { openProviderAccount } from './provider-sign-in.ts'
import { authenticationOf } from './state.ts'
import type { Guess, GuessedAddress } from './throttle.checks.ts'

interface People {
  readonly intruder: Person
  readonly owner: Person
  /** Who signs in between the guesses, as does the intruder, with an account of his own. */
  readonly other: Person
}

const BEFORE_THE_OTHER = 4
const AT_ONCE = { known: 26, elsewhere: 10 }

/**
 * Guesses far too often, mostly at the same moment: at the owner's address in several spellings, at one that has no
 * account, and at one whose account has no password; meanwhile others sign in with their own.
 *
 * @throws {UnexpectedAnswer | LostAtProvider}
 */
export async function guessTooOften({ intruder, owner, other }: People, scenario: Scenario): Promise<void> {
  await intruder.register()
  const signIns: Attempt[] = []
  const sinceTheFirst = startStopwatch()
  const meanwhile = async (): Promise<void> => {
    signIns.push(...(await Promise.all([logIn(other), logIn(intruder)])))
  }
  const unknown = `nobody-${randomBytes(6).toString('hex')}@people.netra.example`
  const addresses = await Promise.all([
    guessAt({ intruder, scenario, at: `${owner.name}'s address` }, owner.registration.email, meanwhile),
    guessAt({ intruder, scenario, at: 'an address without an account' }, unknown),
    scenario.offers.has('oauth-google') ? guessWithoutPassword(intruder, scenario) : [],
  ])
  const forgotten = await failAroundOwnLogIn(other)
  signIns.push(await logIn(other))
  authenticationOf(intruder).guesses.set({
    addresses: addresses.flat(),
    signIns,
    forgotten,
    ownSession: await ownSessionOf(owner),
    sinceTheFirst,
    sinceTheLast: startStopwatch(),
  })
}

async function guessWithoutPassword(intruder: Person, scenario: Scenario): Promise<GuessedAddress> {
  const email = intruder.registration.email.replace('@', '.elsewhere@')
  await openProviderAccount(intruder, email, scenario)
  // The same wrong word each time is as wrong each time.
  const password = randomBytes(9).toString('hex')
  return guessAt({ intruder, scenario, at: 'an account of the outside provider', password }, email)
}

interface Target {
  readonly intruder: Person
  readonly scenario: Scenario
  readonly at: string
  /** The same one each time; without it, another one each time. */
  readonly password?: string
}

/** @param meanwhile what is done between the first guesses and all the others */
async function guessAt(
  { intruder, scenario, at, password }: Target,
  email: string,
  meanwhile?: () => Promise<void>,
): Promise<GuessedAddress> {
  const spellings = [email, email.toUpperCase(), email.replace(/^./, (letter) => letter.toUpperCase())]
  const tryOften = (count: number): Promise<Answer[]> =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        guess(intruder, spellings[index % spellings.length] ?? email, password),
      ),
    )
  const elapsed = startStopwatch()
  const first = await tryOften(BEFORE_THE_OTHER)
  await meanwhile?.()
  const answers = [...first, ...(await tryOften(meanwhile ? AT_ONCE.known : AT_ONCE.elsewhere))]
  for (const { status, exchange } of answers) if (status === 429) scenario.faults.expectExchange(exchange)
  return {
    at,
    took: elapsed(),
    guesses: answers.map((answer) => guessOf(at, answer)),
  }
}

/** In all more than may fail; but once is got in, what was before does not count. */
const AROUND = { before: 6, after: 5 }

/** Fails, signs in with one's own password, and fails again. @returns what the last failures were answered */
async function failAroundOwnLogIn(person: Person): Promise<Attempt[]> {
  const { email } = person.registration
  const fail = (count: number): Promise<Answer[]> =>
    Promise.all(Array.from({ length: count }, () => guess(person, email)))
  await fail(AROUND.before)
  await logIn(person)
  return (await fail(AROUND.after)).map((answer) => attemptOf('failing after that', answer))
}

/** Signs in with one's own password. */
async function logIn(person: Person): Promise<Attempt> {
  const answer = await person.auth.login(person.registration)
  if (answer.status === 200) person.deleteAccountLater(readSession(answer.must(200, SessionAnswer)))
  return attemptOf(person.name, answer)
}

/** A guess, with the wait that was told. */
export function guessOf(what: string, answer: Answer): Guess {
  const wait = waitIn(answer.headers)
  return { ...attemptOf(what, answer), retryAfter: wait === undefined ? undefined : String(wait) }
}
