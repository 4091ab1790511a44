import { readSession } from '#clients/session'
import { RenewalAnswer, SessionAnswer } from '#contract/answers'
import { milliseconds } from '#waiting/duration'
import { leaveAlone } from '#waiting/eventually'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { guess } from './guessing.ts'
import { authenticationOf } from './state.ts'
import type { Guesses, LateTries } from './throttle.checks.ts'
import { guessOf } from './throttle.ts'

/** So long after the last guess, at the least: longer than what is told is rounded. */
const LATER_MS = 3_500

/** Tries again, when some time has passed: with a wrong password, and with the right one. @throws {StepTooEarly} */
export async function tryLater(
  intruder: Person,
  owner: Person,
  { faults, stop }: Scenario,
): Promise<LateTries> {
  const { addresses, sinceTheFirst, sinceTheLast }: Guesses = authenticationOf(intruder).guesses.get()
  // What begins anew with each try looks the same at once: only some time later it tells another wait.
  await leaveAlone(milliseconds(Math.max(0, LATER_MS - sinceTheLast().ms)), stop)
  const least = sinceTheLast()
  await doOtherwise(intruder, owner)
  const wrong = await guess(intruder, owner.registration.email)
  // By herself: whoever knows her password is shown what is hers by right.
  const right = await owner.auth.login(owner.registration)
  for (const { status, exchange } of [wrong, right]) if (status === 429) faults.expectExchange(exchange)
  const after = { least, most: sinceTheFirst() }
  const told = addresses[0]?.guesses.flatMap(({ retryAfter }) => (retryAfter ? [Number(retryAfter)] : []))
  const tries = [guessOf('a wrong password', wrong), guessOf('the right one', right)]
  return { after, told: Math.min(...(told ?? [])), tries }
}

/** What is no login ends no count: to register the address once more, and to renew a session of its owner's. */
async function doOtherwise(intruder: Person, { auth, registration, device }: Person): Promise<void> {
  const { email } = registration
  const [again, renewal] = await Promise.all([
    intruder.auth.register({ ...intruder.registration, email }),
    auth.refresh(device.session.refreshToken ?? ''),
  ])
  if (again.status === 200) intruder.deleteAccountLater(readSession(again.must(200, SessionAnswer)))
  if (renewal.status === 200) device.renew(readSession(renewal.must(200, RenewalAnswer)))
}
