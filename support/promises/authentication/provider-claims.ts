import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { CallbackResult } from './oauth-flow.ts'
import type { ErrorPageResult, OwnersView } from './oauth-tampering.checks.ts'
import { claimIdentity, handsOverToken, newOAuthFlow } from './provider-sign-in.ts'

/** What came of claiming another's address: without, and with, showing that it is one's own. */
interface ClaimedAddress {
  readonly unconfirmed: ErrorPageResult
  readonly confirmed: ErrorPageResult
}

/** Claims another's address at the provider and tries to get in by it. @throws {LostAtProvider | UnexpectedAnswer} */
export async function claimAddress(
  intruder: Person,
  owner: Person,
  scenario: Scenario,
): Promise<ClaimedAddress> {
  const flow = newOAuthFlow(intruder, scenario)
  const { identity, confirm } = await claimIdentity(intruder, flow, owner.registration.email)
  const tryToEnter = async (): Promise<ErrorPageResult> => {
    const result = await flow.complete(await flow.signIn(await flow.begin(), identity))
    return { ...toErrorPage(result), owner: await ownersView(owner) }
  }
  const unconfirmed = await tryToEnter()
  await confirm()
  return { unconfirmed, confirmed: await tryToEnter() }
}

/** Signs in at the provider, and does not want the platform to know. @throws {LostAtProvider | UnexpectedAnswer} */
export async function withholdConsent(person: Person, scenario: Scenario): Promise<ErrorPageResult> {
  const flow = newOAuthFlow(person, scenario)
  const { identity } = await claimIdentity(person, flow, person.registration.email)
  return toErrorPage(await flow.complete(await flow.signIn(await flow.begin(), identity, /not now/i)))
}

async function ownersView({ auth, device }: Person): Promise<OwnersView> {
  const { userId, accessToken } = device.session
  const { user_id: found, auth_provider: provider } = await auth.mustMe(accessToken)
  return { isSameAccount: found === userId, provider }
}

function toErrorPage(result: CallbackResult): ErrorPageResult {
  return { target: result.target, handsOverToken: handsOverToken(result) }
}
