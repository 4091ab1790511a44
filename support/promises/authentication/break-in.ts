import type { Slug } from '#expect/catalogue'
import { NotTestable } from '#expect/seen'
import { tryAccessPoints, tryEveryAccessPoint, tryMainAccessPoints } from '#promises/shared/access-points'
import type { AccessAttempt, TokenAttempts } from '#promises/shared/access-points.checks'
import { FORGED_KINDS, honestImitation } from '#promises/shared/forged-tokens'
import type { Ids } from '#promises/shared/guarded-routes'
import type { Phrased } from '#promises/shared/phrase-table'
import { tryReauthentication } from '#promises/shared/reauthentication'
import { allOf } from '#waiting/all-of'
import type { Person } from '#world/person'
import { sessionOfClosed, sessionOfSignedOut, tryOwnRoutes } from './spare-accounts.ts'
import { authenticationOf } from './state.ts'
import {
  forgeryOf,
  inAddresses,
  noTokens,
  type BreakInSetting,
  type TokenSpelling,
} from './token-spellings.ts'

/** What was tried with a kind of token. */
interface TriedKind extends TokenAttempts {
  /** What can be tried once more; nothing where such a token cannot be had. */
  readonly first?: TokenSpelling | undefined
}

/** A break-in: what was tried with each kind of token, and what with good ones. */
export interface BreakIn {
  readonly kinds: readonly TriedKind[]
  /** The same access points, tried by the owner with her own token and with an honest imitation. */
  readonly control: readonly AccessAttempt[]
}

/** A kind of token that somebody may try to get in with. */
interface TokenKind extends Phrased {
  readonly slug: Slug
  /** Several spellings of it. @throws {NotTestable} where such a token cannot be had */
  readonly credentials: (
    setting: BreakInSetting,
  ) => Promise<readonly TokenSpelling[]> | readonly TokenSpelling[]
}

/** Every kind of token that a feature may name. */
export const TOKEN_KINDS: readonly TokenKind[] = [
  { phrase: 'that is none', slug: 'no-pass-refused', credentials: noTokens },
  ...FORGED_KINDS.map(({ phrase, slug, forge }) => ({
    phrase,
    slug,
    credentials: (setting: BreakInSetting) => forge(forgeryOf(setting)).map((token) => ({ token })),
  })),
  { phrase: 'in an address', slug: 'in-an-address-refused', credentials: inAddresses },
  { phrase: 'that was signed out', slug: 'signed-out-refused', credentials: ofSignedOut },
  { phrase: 'of a closed account', slug: 'closed-account-refused', credentials: ofClosedAccount },
]

/** Tries every one of these kinds of token at every access point. @throws {UnexpectedAnswer} */
export async function breakIn(setting: BreakInSetting, kinds: readonly TokenKind[]): Promise<void> {
  const { intruder, owner, scenario } = setting
  await intruder.register()
  const drawn = await allOf(kinds.map((kind) => drawKind(setting, kind)))
  const [tried, renewals] = await allOf([
    allOf(drawn.map((kind) => tryAll(setting, kind.spellings))),
    tryRenewals(setting, drawn),
  ])
  const { accessToken } = owner.device.session
  const good = { good: accessToken, tried: accessToken }
  const canSign = scenario.target.signingSecret !== undefined
  const control = await allOf([
    tryAccessPoints(owner, { token: accessToken }),
    canSign ? tryAccessPoints(owner, { token: honestImitation(forgeryOf(setting)) }) : [],
    tryReauthentication(owner, good, scenario).then((attempt) => [attempt]),
    tryOwnRoutes(owner),
  ])
  authenticationOf(intruder).breakIn.set({
    kinds: drawn.map(({ spellings: [first], ...kind }, place) => ({
      ...{ ...kind, first },
      attempts: [...(tried[place] ?? []), ...(renewals[place] ?? [])],
    })),
    control: control.flat(),
  })
}

/** Tries one token of every kind once more at the main doors: who was turned away at first stays out. @throws {StepTooEarly} */
export function breakInAgain(intruder: Person): Promise<TokenAttempts[]> {
  const { kinds } = authenticationOf(intruder).breakIn.get()
  return allOf(
    kinds.map(async ({ first, attempts, ...kind }) => {
      const later = first ? await tryMainAccessPoints(intruder, first) : []
      const named = later.map((attempt) => ({ ...attempt, accessPoint: `${attempt.accessPoint}, later,` }))
      return { ...kind, attempts: [...attempts, ...named] }
    }),
  )
}

interface DrawnKind extends TokenAttempts {
  readonly spellings: readonly TokenSpelling[]
}

async function drawKind(
  setting: BreakInSetting,
  { phrase, slug, credentials }: TokenKind,
): Promise<DrawnKind> {
  const drawn = { slug, what: `a pass ${phrase}`, attempts: [] }
  try {
    return { ...drawn, spellings: await credentials(setting) }
  } catch (error) {
    if (error instanceof NotTestable) return { ...drawn, spellings: [], untestable: error.message }
    throw error
  }
}

/** The first spelling of a kind is tried at every access point, the others at the main ones. */
async function tryAll(
  { intruder, owner }: BreakInSetting,
  [first, ...others]: readonly TokenSpelling[],
): Promise<AccessAttempt[]> {
  const { threadId, runId } = owner.device.context
  const ids: Ids = { conversation: threadId ?? '', run: runId ?? '' }
  const attempts = await allOf([
    ...(first ? [tryEveryAccessPoint(intruder, first, ids)] : []),
    ...others.map((spelling) => tryMainAccessPoints(intruder, spelling)),
  ])
  return attempts.flat()
}

/** A line of the owner's is to go on under such a token: one after the other, for nobody has many lines. */
async function tryRenewals(
  { owner, scenario }: BreakInSetting,
  kinds: readonly DrawnKind[],
): Promise<AccessAttempt[][]> {
  const good = owner.device.session.accessToken
  const attempts: AccessAttempt[][] = []
  for (const { spellings } of kinds) {
    const tried = spellings.flatMap(({ token }) => (token === undefined ? [] : [token])).slice(0, 1)
    const made = tried.map((token) => tryReauthentication(owner, { good, tried: token }, scenario))
    attempts.push(await allOf(made))
  }
  return attempts
}

/** A token of a session of one's own that was signed out. @throws {UnexpectedAnswer} */
async function ofSignedOut({ intruder }: BreakInSetting): Promise<readonly TokenSpelling[]> {
  return [{ token: (await sessionOfSignedOut(intruder)).accessToken }]
}

/** A token of an account that was closed. @throws {NotTestable} where accounts cannot be closed */
async function ofClosedAccount({ intruder }: BreakInSetting): Promise<readonly TokenSpelling[]> {
  return [{ token: (await sessionOfClosed(intruder)).accessToken }]
}
