import type { Answer } from '#clients/answer'
import type { Registration } from '#clients/auth-client'
import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { LIMITS } from '#contract/limits'
import { accountState } from '#promises/shared/account'
import type { AccountState } from '#promises/shared/account.checks'
import type { Phrased } from '#promises/shared/phrase-table'
import type { Attempt } from '#promises/shared/refusals.checks'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import type { AccountAftermath, OpenedSession, SpoiledRegistration } from './registration.checks.ts'

/** What the sign-in on this device has given. @throws {StepTooEarly} */
export function openedSession({ session }: Device): OpenedSession {
  const { claims, refreshToken, statedLife } = session
  const life = claims.exp - claims.iat
  return { email: claims.email, hasRefreshToken: refreshToken !== undefined, statedLife, life }
}

/** Tries to register an address that is another person's, in several spellings. */
export async function tryToTakeAddress(intruder: Person, owner: Person): Promise<Attempt[]> {
  const { email } = owner.registration
  const spellings = [email, email.toUpperCase(), capitaliseEveryOther(email)]
  const attempts: Attempt[] = []
  for (const spelling of spellings)
    attempts.push(
      toAttempt(spelling, await intruder.auth.register({ ...intruder.registration, email: spelling })),
    )
  return attempts
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
export interface Mistake extends Phrased {
  readonly kind: SpoiledRegistration['mistake']['kind']
  readonly spoil: (right: Registration) => Partial<Registration>
}

const TOO_SHORT = 'p'.repeat(LIMITS.passwordLength - 1)

/** Every mistake that a feature may name. */
export const MISTAKES: readonly Mistake[] = [
  {
    phrase: 'the address is no address',
    kind: 'address',
    spoil: (right) => ({ ...right, email: 'not an address' }),
  },
  {
    phrase: 'the password is too short',
    kind: 'password',
    spoil: (right) => ({ ...right, password: TOO_SHORT }),
  },
  {
    phrase: 'the password is the address',
    kind: 'password',
    spoil: (right) => ({ ...right, password: right.email }),
  },
  { phrase: 'the address is missing', kind: 'missing', spoil: ({ password, name }) => ({ password, name }) },
  { phrase: 'the password is missing', kind: 'missing', spoil: ({ email, name }) => ({ email, name }) },
]

/** Tries registrations with these mistakes in them, all at once. */
export function tryMistakes(person: Person, mistakes: readonly Mistake[]): Promise<SpoiledRegistration[]> {
  return Promise.all(mistakes.map((mistake, index) => tryMistake(person, mistake, index)))
}

async function tryMistake(person: Person, mistake: Mistake, index: number): Promise<SpoiledRegistration> {
  const { phrase: what, spoil } = mistake
  const right = { ...person.registration, email: person.registration.email.replace('@', `.${index}@`) }
  const spoiled = spoil(right)
  const refusal = toAttempt(what, await person.auth.register(spoiled))
  const { email, password } = spoiled
  const logIn = email && password ? toAttempt(what, await person.auth.login({ email, password })) : undefined
  const corrected = email === right.email ? toAttempt(what, await registerForNow(person, right)) : undefined
  return { mistake, refusal, logIn, corrected }
}

async function registerForNow(person: Person, right: Registration): Promise<Answer> {
  const answer = await person.auth.register(right)
  if (answer.status === 200) person.deleteAccountLater(readSession(answer.must(200, SessionAnswer)))
  return answer
}

function toAttempt(what: string, { status, text }: Answer): Attempt {
  return { what, status, text }
}

function capitaliseEveryOther(text: string): string {
  return [...text].map((letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter)).join('')
}
