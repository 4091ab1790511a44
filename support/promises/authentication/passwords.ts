import { randomBytes } from 'node:crypto'
import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { LIMITS } from '#contract/limits'
import { attemptOf } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { PasswordTrial } from './passwords.checks.ts'

type Alterations = Readonly<Record<string, string>>

/** Registers with the shortest, a long and a written-out password, and signs in with each: altered in every way, and whole. */
export async function tryPasswords(person: Person): Promise<PasswordTrial[]> {
  const { min, max } = LIMITS.passwordLength
  const words = `Zoë's Größe, 数据 ${randomBytes(8).toString('hex')} Yz`
  const longWords = `${words.slice(0, -2)}${'слово'.repeat(max)}`.slice(0, max - 3) + '!Yz'
  const [others, written] = await Promise.all([
    Promise.all(
      [min, max].map(passwordOf).map((password) => tryAltered(person, password, alterationsOf(password))),
    ),
    Promise.all([
      tryAltered(person, words, misspellingsOf(words)),
      tryAltered(person, longWords, alterationsAt(longWords, [BEYOND_MOST_CIPHERS, max - 1])),
    ]),
  ])
  // What a password may be written with is for each platform's own rule to say.
  return [...others, ...written.filter(({ registered }) => registered.status !== REFUSED)]
}

/** Letters of either case, digits and a sign, as some rules want them; none of them where it is guessed. */
function passwordOf(length: number): string {
  return `aB-${randomBytes(length).toString('hex')}`.slice(0, length - 2) + 'Yz'
}

/** No more than may fail. */
function alterationsOf(password: string): Alterations {
  const { length } = password
  const middle = length > BEYOND_MOST_CIPHERS ? BEYOND_MOST_CIPHERS : Math.floor(length / 2)
  return {
    ...alterationsAt(password, [0, 8, middle, length - 1]),
    'its last letter left out': password.slice(0, -1),
    'in capitals': password.toUpperCase(),
    'in small letters': password.toLowerCase(),
    'a blank after it': `${password} `,
    'a letter after it': `${password}x`,
  }
}

function alterationsAt(password: string, places: readonly number[]): Alterations {
  const at = (index: number): string => {
    const letter = password[index] === 'x' ? 'y' : 'x'
    return password.slice(0, index) + letter + password.slice(index + 1)
  }
  return Object.fromEntries(places.map((index) => [`letter ${index + 1} changed`, at(index)]))
}

/** As it is read by who knows plain letters only. How an accent is put together may be left open. */
function misspellingsOf(words: string): Alterations {
  return {
    'without accents': words.normalize('NFD').replace(/\p{M}/gu, ''),
    'with signs for letters': words.replace(/[^ -~]/g, '?'),
    'without what is no plain letter': words.replace(/[^ -~]/g, ''),
    'with other Chinese letters': words.replace('数据', '数字'),
    'without blanks': words.replaceAll(' ', ''),
  }
}

const REFUSED = 422

/** bcrypt reads 72 bytes. */
const BEYOND_MOST_CIPHERS = 72

async function tryAltered(
  person: Person,
  password: string,
  alterations: Alterations,
): Promise<PasswordTrial> {
  const email = person.registration.email.replace('@', `.${Buffer.byteLength(password)}@`)
  const answer = await person.auth.register({ ...person.registration, email, password })
  if (answer.status === 200) person.deleteAccountLater(readSession(answer.must(200, SessionAnswer)))
  const altered = Object.entries(alterations).map(async ([what, other]) =>
    attemptOf(what, await person.auth.login({ email, password: other })),
  )
  const tries = await Promise.all(altered)
  const whole = await person.auth.login({ email, password })
  return {
    length: password.length,
    registered: attemptOf('registering with it', answer),
    tries,
    whole: attemptOf('whole', whole),
  }
}
