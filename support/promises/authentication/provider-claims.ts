import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { attemptOf } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { CallbackResult } from './oauth-flow.ts'
import type { ClaimedFreeAddress, ErrorPageResult, OwnersView } from './oauth-tampering.checks.ts'
import { claimIdentity, handsOverToken, newOAuthFlow } from './provider-sign-in.ts'

/** What came of claiming another's address: without, and with, showing that it is one's own. */
export interface ClaimedAddress {
  readonly unconfirmed: ErrorPageResult
  readonly confirmed: ErrorPageResult
  /** The same, written in capitals at the provider. */
  readonly inCapitals: ErrorPageResult
}

/**
 * Claims another's address at the provider and tries to get in by it; also one that is free, which its owner then
 * registers.
 *
 * @throws {LostAtProvider | UnexpectedAnswer}
 */
export async function claimAddress(
  intruder: Person,
  owner: Person,
  scenario: Scenario,
): Promise<ClaimedAddress> {
  const { email } = owner.device.context
  const before = (await owner.auth.mustMe(owner.device.session.accessToken)).auth_provider
  const claim = async (address: string): Promise<{ enter: TryToEnter; confirm: () => Promise<unknown> }> => {
    const flow = newOAuthFlow(intruder, scenario)
    const { identity, confirm } = await claimIdentity(intruder, flow, address)
    const enter: TryToEnter = async () => {
      const result = await flow.complete(await flow.signIn(await flow.begin(), identity))
      return { ...toErrorPage(result), owner: await ownersView(owner, before) }
    }
    return { enter, confirm }
  }
  const [plain, shouted] = [await claim(email), await claim(email.toUpperCase())]
  const unconfirmed = await plain.enter()
  await Promise.all([plain.confirm(), shouted.confirm()])
  return { unconfirmed, confirmed: await plain.enter(), inCapitals: await shouted.enter() }
}

type TryToEnter = () => Promise<ErrorPageResult>

/** Claims an address that is free, and tries to get in by it before and after its owner registers. @throws {LostAtProvider | UnexpectedAnswer} */
export async function claimFreeAddress(
  intruder: Person,
  owner: Person,
  scenario: Scenario,
): Promise<ClaimedFreeAddress> {
  const flow = newOAuthFlow(intruder, scenario)
  const registration = { ...owner.registration, email: owner.registration.email.replace('@', '.free@') }
  const { identity } = await claimIdentity(intruder, flow, registration.email)
  const tryToEnter = async (): Promise<ErrorPageResult> =>
    toErrorPage(await flow.complete(await flow.signIn(await flow.begin(), identity)))
  const before = await tryToEnter()
  const answer = await owner.auth.register(registration)
  if (answer.status === 200) owner.deleteAccountLater(readSession(answer.must(200, SessionAnswer)))
  return { before, registered: attemptOf('its owner registers', answer), after: await tryToEnter() }
}

/** Signs in at the provider, and does not want the platform to know. @throws {LostAtProvider | UnexpectedAnswer} */
export async function withholdConsent(person: Person, scenario: Scenario): Promise<ErrorPageResult> {
  const flow = newOAuthFlow(person, scenario)
  const { identity } = await claimIdentity(person, flow, person.registration.email)
  return toErrorPage(await flow.complete(await flow.signIn(await flow.begin(), identity, /not now/i)))
}

async function ownersView({ auth, device }: Person, before: string | undefined): Promise<OwnersView> {
  const { userId, accessToken } = device.session
  const { user_id: found, auth_provider: provider } = await auth.mustMe(accessToken)
  return { isSameAccount: found === userId, provider, before }
}

function toErrorPage(result: CallbackResult): ErrorPageResult {
  return { target: result.target, handsOverToken: handsOverToken(result) }
}
