import type { ErrorPageResult } from './oauth-tampering.checks.ts'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { claimIdentity, handsOverSomething, newOAuthFlow } from './provider-sign-in.ts'
import type { CallbackResult } from './oauth-flow.ts'

/** What came of claiming another's address: without, and with, showing that it is one's own. */
export interface ClaimedAddress {
  readonly unconfirmed: ErrorPageResult
  readonly confirmed: ErrorPageResult
}

/** Somebody claims another's address at the provider and tries to get in by it. */
export async function claimAddress(
  intruder: Person,
  owner: Person,
  scenario: Scenario,
): Promise<ClaimedAddress> {
  const trip = newOAuthFlow(intruder, scenario)
  const { identity, confirm } = await claimIdentity(intruder, trip, owner.registration.email)
  const tryToEnter = async (): Promise<ErrorPageResult> => {
    const landing = await trip.complete(await trip.signIn(await trip.begin(), identity))
    return { ...toTurnedAway(landing), owners: await findIntact(owner) }
  }
  const unconfirmed = await tryToEnter()
  await confirm()
  return { unconfirmed, confirmed: await tryToEnter() }
}

/** Somebody signs in at the provider, and does not want the platform to know. */
export async function withholdConsent(person: Person, scenario: Scenario): Promise<ErrorPageResult> {
  const trip = newOAuthFlow(person, scenario)
  const { identity } = await claimIdentity(person, trip, person.registration.email)
  return toTurnedAway(await trip.complete(await trip.signIn(await trip.begin(), identity, /not now/i)))
}

async function findIntact({ auth, device }: Person): Promise<NonNullable<ErrorPageResult['owners']>> {
  const { userId, accessToken } = device.session
  const { user_id: found, auth_provider: by } = await auth.mustMe(accessToken)
  return { control: `its owner is in as before, by ${by}`, intact: found === userId && by === 'password' }
}

function toTurnedAway(landing: CallbackResult): ErrorPageResult {
  return { target: landing.target?.href ?? '', handsOver: handsOverSomething(landing) }
}
