import { randomBytes, randomInt } from 'node:crypto'
import { ROUTES } from '#contract/routes'
import type { Answer } from '#clients/answer'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { takesAlike, type Refusals, type TimedRefusal } from './guessing.checks.ts'

/** So often is each tried: and once more as often where they seem not to take alike, which may be an accident. */
const SAMPLES = 4

/** Wrong passwords at a known address, at unknown ones, and where there is no password, in turns. */
export async function refusalsAt(
  intruder: Person,
  owner: Person,
  { target, offers }: Scenario,
): Promise<Refusals> {
  const refusals: Record<Kind, TimedRefusal[]> = { known: [], unknown: [], passwordless: [] }
  const key = offers.has('oauth-simulation') ? target.simulationKey : undefined
  const passwordless = intruder.registration.email.replace('@', '.tester@')
  if (key) intruder.deleteAccountLater(await intruder.auth.mustTestAuth({ email: passwordless }, key))
  const tries = [
    async () => void refusals.known.push(timed(await guess(intruder, owner.registration.email))),
    async () => void refusals.unknown.push(timed(await guess(intruder, nobodysAddress()))),
    async () => void (key && refusals.passwordless.push(timed(await guess(intruder, passwordless)))),
  ]
  for (let round = 0; round < SAMPLES || (round < 2 * SAMPLES && !takesAlike(refusals)); round += 1) {
    // Each of them comes first as often as last.
    for (let place = 0; place < tries.length; place += 1) await tries[(round + place) % tries.length]?.()
  }
  const withoutPassword = key ? await openWithoutPassword(intruder, passwordless) : []
  return { ...refusals, withoutPassword, ownSession: await ownSessionOf(owner) }
}

async function openWithoutPassword({ auth }: Person, email: string): Promise<number[]> {
  const tries = PASSWORDS_OF_NOBODY.map((password) => auth.login({ email, password }))
  return (await Promise.all(tries)).map(({ status }) => status)
}

/** What careless services compare with a password that there is not; with all others, fewer than may fail. */
const PASSWORDS_OF_NOBODY = ['', 'null']

type Kind = 'known' | 'unknown' | 'passwordless'

function nobodysAddress(): string {
  return `nobody-${randomBytes(6).toString('hex')}@people.netra.example`
}

/** A wrong password at this address, as if from another machine each time. */
export function guess(
  { http }: Person,
  email: string,
  password = randomBytes(9).toString('hex'),
): Promise<Answer> {
  const machine = `198.51.100.${randomInt(1, 255)}`
  const headers = { 'x-forwarded-for': machine, 'x-real-ip': machine }
  return http.call(ROUTES.login, { json: { email, password }, headers })
}

function timed({ status, text, elapsedMs, headers }: Answer): TimedRefusal {
  return { status, text, elapsedMs, type: headers['content-type'] ?? '' }
}

/** Status of a request in the session that somebody has. */
export async function ownSessionOf({ auth, device }: Person): Promise<number> {
  return (await auth.me(device.session.accessToken)).status
}

/** Requests that are wrong in ways that make careless services talk. */
export async function provokeErrors({ auth }: Person): Promise<Attempt[]> {
  const answers = {
    'quotes and comments': auth.login({
      email: "' OR 1=1; --",
      password: "'; drop table accounts; --",
    }),
    'a null byte': auth.login({ email: 'a\u0000@people.netra.example', password: 'x\u0000' }),
  }
  return Promise.all(Object.entries(answers).map(async ([what, answer]) => attemptOf(what, await answer)))
}
