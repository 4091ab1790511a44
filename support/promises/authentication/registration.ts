import type { Registration } from '#clients/auth-client'
import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import type { Attempt } from '#promises/shared/refusals.checks'
import type { OpenedSession } from './registration.checks.ts'
import type { Device } from '#world/device'
import type { Person } from '#world/person'

/** What the sign-in on this device has given. */
export function openedSession({ session }: Device): OpenedSession {
  const { claims, refreshToken, statedLife } = session
  return {
    email: claims.email,
    hasRenewal: refreshToken !== undefined,
    statedLife,
    life: claims.exp - claims.iat,
  }
}

/** An attempt to register an address that is another person's, in several spellings. */
export async function tryToTakeAddress(intruder: Person, owner: Person): Promise<Attempt[]> {
  const { email } = owner.registration
  const spellings = [email, email.toUpperCase(), capitaliseEveryOther(email)]
  const attempts: Attempt[] = []
  for (const spelling of spellings) {
    const { status, text } = await intruder.auth.register({ ...intruder.registration, email: spelling })
    attempts.push({ what: spelling, status, text })
  }
  return attempts
}

/** Who comes in by an account's address: its owner, and whoever tried to take it. */
export async function logInsAt(
  owner: Person,
  intruder: Person,
): Promise<{ owner: string; intruder: string }> {
  const { email } = owner.registration
  const [own, foreign] = await Promise.all([
    owner.auth.login(owner.registration),
    intruder.auth.login({ email, password: intruder.registration.password }),
  ])
  const session = own.status === 200 ? readSession(own.must(200, SessionAnswer)) : undefined
  return { owner: session?.userId ?? own.describe(), intruder: foreign.describe() }
}

/** A way to get a registration wrong. */
export interface Mistake {
  /** As the feature calls it. */
  readonly phrase: string
  readonly kind: 'address' | 'password' | 'missing'
  readonly spoil: (right: Registration) => Partial<Registration>
}

const MISTAKES: readonly Mistake[] = [
  {
    phrase: 'the address is no address',
    kind: 'address',
    spoil: (right) => ({ ...right, email: 'not an address' }),
  },
  {
    phrase: 'the password is too short',
    kind: 'password',
    spoil: (right) => ({ ...right, password: 'short pw 11' }),
  },
  {
    phrase: 'the password is the address',
    kind: 'password',
    spoil: (right) => ({ ...right, password: right.email }),
  },
  { phrase: 'the address is missing', kind: 'missing', spoil: ({ password, name }) => ({ password, name }) },
  { phrase: 'the password is missing', kind: 'missing', spoil: ({ email, name }) => ({ email, name }) },
]

/** A registration with a mistake in it, and what became of it. */
export interface SpoiledRegistration {
  readonly mistake: Mistake
  readonly refusal: Attempt
  /** Signing in with it afterwards, where it has an address and a password at all. */
  readonly logIn: Attempt | undefined
  /** The same registration without the mistake, where it has an address. */
  readonly corrected: Attempt | undefined
}

/** Tries registrations with these mistakes in them. @param phrases as the feature calls them */
export function tryMistakes(person: Person, phrases: readonly string[]): Promise<SpoiledRegistration[]> {
  return Promise.all(phrases.map((phrase, index) => tryMistake(person, findMistake(phrase), index)))
}

function findMistake(phrase: string): Mistake {
  const mistake = MISTAKES.find((candidate) => candidate.phrase === phrase)
  if (!mistake)
    throw new Error(`"${phrase}" is not a mistake that is known here: see ${MISTAKES.length} others`)
  return mistake
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

async function registerForNow(
  person: Person,
  right: Registration,
): Promise<{ status: number; text: string }> {
  const answer = await person.auth.register(right)
  if (answer.status === 200) person.deleteAccountLater(readSession(answer.must(200, SessionAnswer)))
  return answer
}

function toAttempt(what: string, { status, text }: { status: number; text: string }): Attempt {
  return { what, status, text }
}

function capitaliseEveryOther(text: string): string {
  return [...text].map((letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter)).join('')
}
