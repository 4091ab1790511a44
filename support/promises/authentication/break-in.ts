import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import type { Slug } from '#expect/catalogue'
import { NotTestable } from '#expect/seen'
import { tryAccessPoints, tryMainAccessPoints, type Credential } from '#promises/shared/access-points'
import type { AccessAttempt, TokenAttempts } from '#promises/shared/access-points.checks'
import { FORGED_KINDS, honestImitation, type Forgery } from '#promises/shared/forged-tokens'
import type { Phrased } from '#promises/shared/phrase-table'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { authenticationOf } from './state.ts'

/** A break-in: what was tried with each kind of token, and what with good ones. */
export interface BreakIn {
  readonly kinds: readonly TokenAttempts[]
  /** The same access points, tried by the owner with her own token and with an honest imitation. */
  readonly control: readonly AccessAttempt[]
}

interface Setting {
  readonly intruder: Person
  readonly owner: Person
  readonly scenario: Scenario
}

/** A kind of token that somebody may try to get in with. */
interface TokenKind extends Phrased {
  readonly slug: Slug
  /** Several spellings of it. @throws {NotTestable} where such a token cannot be had */
  readonly credentials: (setting: Setting) => Promise<readonly Credential[]> | readonly Credential[]
}

/** Every kind of token that a feature may name. */
export const TOKEN_KINDS: readonly TokenKind[] = [
  ...FORGED_KINDS.map(({ phrase, slug, forge }) => ({
    phrase,
    slug,
    credentials: (setting: Setting) => forge(forgeryOf(setting)).map((token) => ({ token })),
  })),
  { phrase: 'in an address', slug: 'in-an-address-refused', credentials: inAddresses },
  { phrase: 'of a closed account', slug: 'closed-account-refused', credentials: ofClosedAccount },
]

/** Tries every one of these kinds of token at every access point. @throws {UnexpectedAnswer} */
export async function breakIn(setting: Setting, kinds: readonly TokenKind[]): Promise<void> {
  const { intruder, owner, scenario } = setting
  await intruder.register()
  const tried: TokenAttempts[] = []
  for (const kind of kinds) tried.push(await tryKind(setting, kind))
  const own = await tryAccessPoints(owner, { token: owner.device.session.accessToken })
  const canSign = scenario.target.signingSecret !== undefined
  const imitated = canSign ? await tryAccessPoints(owner, { token: honestImitation(forgeryOf(setting)) }) : []
  authenticationOf(intruder).breakIn.set({ kinds: tried, control: [...own, ...imitated] })
}

async function tryKind(setting: Setting, { phrase, slug, credentials }: TokenKind): Promise<TokenAttempts> {
  const what = `a pass ${phrase}`
  try {
    return { slug, what, attempts: await tryAll(setting.intruder, await credentials(setting)) }
  } catch (error) {
    if (error instanceof NotTestable) return { slug, what, attempts: [], untestable: error.message }
    throw error
  }
}

/** The first spelling of a kind is tried at every access point, the others at the main ones. */
async function tryAll(intruder: Person, [first, ...others]: readonly Credential[]): Promise<AccessAttempt[]> {
  const attempts = await Promise.all([
    ...(first ? [tryEverywhere(intruder, first)] : []),
    ...others.map((credential) => tryMainAccessPoints(intruder, credential)),
  ])
  return attempts.flat()
}

function tryEverywhere(intruder: Person, { token, query }: Credential): Promise<AccessAttempt[]> {
  return token === undefined ? tryMainAccessPoints(intruder, { query }) : tryAccessPoints(intruder, { token })
}

function forgeryOf({ intruder, owner, scenario }: Setting): Forgery {
  return {
    genuine: owner.device.session,
    otherSubject: intruder.device.session.userId,
    secret: scenario.target.signingSecret,
  }
}

/** The owner's own good token, but where everybody on the way can read it. */
function inAddresses({ owner }: Setting): readonly Credential[] {
  const { accessToken } = owner.device.session
  return ['token', 'access_token', 'jwt'].map((name) => ({ query: { [name]: accessToken } }))
}

async function ofClosedAccount({ intruder, scenario }: Setting): Promise<readonly Credential[]> {
  if (!scenario.offers.has('account-deletion')) throw new NotTestable('accounts cannot be closed here')
  const { auth, registration } = intruder
  const answer = await auth.register({ ...registration, email: registration.email.replace('@', '.closed@') })
  const { accessToken } = readSession(answer.must(200, SessionAnswer))
  ;(await auth.deleteMe(accessToken)).mustBe(204)
  return [{ token: accessToken }]
}
