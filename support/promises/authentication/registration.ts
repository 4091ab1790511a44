import type { Answer } from '#clients/answer'
import type { Registration } from '#clients/auth-client'
import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { LIMITS } from '#contract/limits'
import { accountState } from '#promises/shared/account'
import type { AccountState } from '#promises/shared/account.checks'
import type { Phrased } from '#promises/shared/phrase-table'
import { attemptOf } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { AccountAftermath, SpelledAddresses, SpoiledRegistration } from './registration.checks.ts'

/** Tries to register an address that is another person's, in several spellings; then some that only resemble it. */
export async function tryToTakeAddress(intruder: Person, owner: Person): Promise<SpelledAddresses> {
  const { email } = owner.registration
  const spellings = [email, email.toUpperCase(), capitaliseEveryOther(email)]
  // Nor is it a way in for whoever knows the password.
  const attempts = [attemptOf('with her own password', await owner.auth.register(owner.registration))]
  for (const spelling of spellings)
    attempts.push(
      attemptOf(spelling, await intruder.auth.register({ ...intruder.registration, email: spelling })),
    )
  const others = [email.replace('@', '+tag@'), email.replace(/^./, '$&.'), email.replace('@', '-@')]
  const resembling = others.map(async (other) =>
    attemptOf(other, await registerForNow(intruder, { ...intruder.registration, email: other })),
  )
  return { same: attempts, resembling: await Promise.all(resembling) }
}

/**
 * What became of an account whose address somebody tried to take.
 *
 * @param before what it looked like to its owner
 * @throws {UnexpectedAnswer} when she cannot look at it any more
 */
export async function aftermathOf(
  owner: Person,
  intruder: Person,
  before: AccountState,
): Promise<AccountAftermath> {
  const after = await accountState(owner)
  const { email } = owner.registration
  const [own, foreign] = await Promise.all([
    owner.auth.login(owner.registration),
    intruder.auth.login({ email, password: intruder.registration.password }),
  ])
  const userId = own.status === 200 ? readSession(own.must(200, SessionAnswer)).userId : undefined
  return { before, after, owner: { status: own.status, userId }, intruder: foreign.status }
}

/** A way to get a registration wrong. */
interface Mistake extends Phrased {
  readonly kind: SpoiledRegistration['mistake']['kind']
  readonly spoil: (right: Registration) => Spoilt
}

type Spoilt = Partial<Record<keyof Registration, unknown>> & {
  readonly email?: string
  readonly password?: string | number
}

const TOO_SHORT = 'p'.repeat(LIMITS.passwordLength.min - 1)
/** Twice as many bytes as letters. */
const TOO_SHORT_IN_CYRILLIC = 'ж'.repeat(LIMITS.passwordLength.min - 1)

/** Every mistake that a feature may name. */
export const MISTAKES: readonly Mistake[] = [
  mistake('the address is no address', 'address', (right) => ({ ...right, email: 'not an address' })),
  mistake('the address ends at its @', 'address', (right) => ({ ...right, email: localPart(right) })),
  mistake('the address has a blank', 'address', (right) => ({ ...right, email: `a ${right.email}` })),
  mistake('the address has two @', 'address', (right) => ({ ...right, email: `two@${right.email}` })),
  mistake('the address is empty', 'address', (right) => ({ ...right, email: '' })),
  mistake('the password is too short', 'password', (right) => ({ ...right, password: TOO_SHORT })),
  mistake('the password is too short, in Cyrillic', 'password', (right) => ({
    ...right,
    password: TOO_SHORT_IN_CYRILLIC,
  })),
  mistake('the password is the address', 'password', (right) => ({ ...right, password: right.email })),
  mistake('the password is the address in capitals', 'password', (right) => ({
    ...right,
    password: right.email.toUpperCase(),
  })),
  mistake('the password is empty', 'password', (right) => ({ ...right, password: '' })),
  mistake('the address is missing', 'missing', ({ password, name }) => ({ password, name })),
  mistake('the password is missing', 'missing', ({ email, name }) => ({ email, name })),
  mistake('the name is no text', 'missing', (right) => ({ ...right, name: ['Ann', 'Lee'] })),
  mistake('the name is a number', 'missing', (right) => ({ ...right, name: 42 })),
  mistake('the password is a number', 'missing', (right) => ({ ...right, password: 314159265358979 })),
]

function mistake(phrase: string, kind: Mistake['kind'], spoil: Mistake['spoil']): Mistake {
  return { phrase, kind, spoil }
}

function localPart({ email }: Registration): string {
  return email.replace(/@.*/, '@')
}

/** Tries registrations with these mistakes in them, all at once. */
export function tryMistakes(person: Person, mistakes: readonly Mistake[]): Promise<SpoiledRegistration[]> {
  return Promise.all(mistakes.map((mistake, index) => tryMistake(person, mistake, index)))
}

async function tryMistake(person: Person, mistake: Mistake, index: number): Promise<SpoiledRegistration> {
  const { phrase: what, spoil } = mistake
  const right = { ...person.registration, email: person.registration.email.replace('@', `.${index}@`) }
  const spoiled = spoil(right)
  const refusal = attemptOf(what, await person.auth.register(spoiled))
  const { email, password } = spoiled
  const written = { email: email ?? '', password: `${password ?? ''}` }
  const logIn = email && password ? attemptOf(what, await person.auth.login(written)) : undefined
  const corrected = email === right.email ? attemptOf(what, await registerForNow(person, right)) : undefined
  return { mistake, refusal, logIn, corrected }
}

async function registerForNow(person: Person, right: Registration): Promise<Answer> {
  const answer = await person.auth.register(right)
  if (answer.status === 200) person.deleteAccountLater(readSession(answer.must(200, SessionAnswer)))
  return answer
}

function capitaliseEveryOther(text: string): string {
  return [...text].map((letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter)).join('')
}
