import { NotTestable } from '#expect/seen'
import { tryAccessPoints, tryEveryAccessPoint, tryMainAccessPoints } from '#promises/shared/access-points'
import type { AccessAttempt, TokenAttempts } from '#promises/shared/access-points.checks'
import { honestImitation } from '#promises/shared/forged-tokens'
import type { Ids } from '#promises/shared/guarded-routes'
import { tryReauthentication } from '#promises/shared/reauthentication'
import { allOf } from '#waiting/all-of'
import { startStopwatch } from '#waiting/deadline'
import { milliseconds, seconds, type Duration } from '#waiting/duration'
import { leaveAlone } from '#waiting/eventually'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { tryOwnRoutes } from './spare-accounts.ts'
import { authenticationOf } from './state.ts'
import type { TokenKind } from './token-kinds.ts'
import { forgeryOf, type BreakInSetting, type TokenSpelling } from './token-spellings.ts'

/** Who was turned away is tried again so long after, at the least: a list of the dead may forget in a moment. */
const MOMENT = seconds(3)

/** What was tried with a kind of token. */
interface TriedKind extends TokenAttempts {
  /** What can be tried once more; nothing where such a token cannot be had. */
  readonly first?: TokenSpelling | undefined
}

/** A break-in: what was tried with each kind of token, and what with good ones. */
export interface BreakIn {
  readonly kinds: readonly TriedKind[]
  /** How long ago the last of their tokens was made, signed out or closed. */
  readonly age: () => Duration
  /** The same access points, tried by the owner with her own token and with an honest imitation. */
  readonly control: readonly AccessAttempt[]
}

/** Tries every one of these kinds of token at every access point. @throws {UnexpectedAnswer} */
export async function breakIn(setting: BreakInSetting, kinds: readonly TokenKind[]): Promise<void> {
  const { intruder } = setting
  await intruder.register()
  const drawn = await allOf(kinds.map((kind) => drawKind(setting, kind)))
  const age = startStopwatch()
  const [tried, renewals] = await allOf([
    allOf(drawn.map((kind) => tryAll(setting, kind.spellings))),
    tryRenewals(setting, drawn),
  ])
  authenticationOf(intruder).breakIn.set({
    age,
    kinds: drawn.map(({ spellings: [first], ...kind }, place) => ({
      ...{ ...kind, first },
      attempts: [...kind.attempts, ...(tried[place] ?? []), ...(renewals[place] ?? [])],
    })),
    control: await openByRight(setting),
  })
}

/** The same access points, with the owner's own token and with one that is made like it. */
async function openByRight(setting: BreakInSetting): Promise<AccessAttempt[]> {
  const { owner, scenario } = setting
  const { accessToken } = owner.device.session
  const good = { good: accessToken, tried: accessToken }
  const canSign = scenario.target.signingSecret !== undefined
  const [imitation, ...own] = await allOf([
    canSign ? tryAccessPoints(owner, { token: honestImitation(forgeryOf(setting)) }) : [],
    tryAccessPoints(owner, { token: accessToken }),
    tryReauthentication(owner, good, scenario).then((attempt) => [attempt]),
    tryOwnRoutes(owner),
  ])
  // Who takes what it has issued itself, and nothing else, takes no imitation anywhere.
  const isTaken = imitation.some(({ outcome }) => outcome === 'open')
  return [...(isTaken ? imitation : []), ...own].flat()
}

/** Tries one token of every kind a moment later at the main doors: who was turned away stays out. @throws {StepTooEarly} */
export async function breakInAgain(intruder: Person, { stop }: Scenario): Promise<TokenAttempts[]> {
  const { kinds, age } = authenticationOf(intruder).breakIn.get()
  await leaveAlone(milliseconds(Math.max(0, MOMENT.ms - age().ms)), stop)
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
  { phrase, slug, credentials, besides }: TokenKind,
): Promise<DrawnKind> {
  const attempts = (await besides?.(setting)) ?? []
  const drawn = { slug, what: `a pass ${phrase}`, attempts }
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
