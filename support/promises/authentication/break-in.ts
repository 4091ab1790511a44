import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { NotTestable } from '#expect/seen'
import type { AccessAttempt, TokenAttempts } from '#promises/shared/access-points.checks'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { tryAccessPoints, tryMainAccessPoints, type Credential } from '#promises/shared/access-points'
import { FORGED_KINDS, honestImitation, type Forgery } from '#promises/shared/forged-tokens'

/** A break-in: who tries, whose pass is imitated, and what came of it. */
export interface BreakIn {
  readonly passes: readonly TokenAttempts[]
  /** The same doors, tried by the owner with her own pass and with an honest imitation. */
  readonly control: readonly AccessAttempt[]
}

export const BREAK_IN = topic<BreakIn>('tried to get in')

interface Setting {
  readonly intruder: Person
  readonly owner: Person
  readonly scenario: Scenario
}

type Keys = () => Promise<readonly Credential[]> | readonly Credential[]

/** Tries every one of these kinds of pass at every door. @param phrases as the feature calls them */
export async function breakIn(setting: Setting, phrases: readonly string[]): Promise<void> {
  const { intruder, owner } = setting
  const passes: TokenAttempts[] = []
  for (const phrase of phrases) passes.push(await tryKind(setting, phrase))
  const imitation = imitationOf(setting)
  const control = [
    ...(await tryAccessPoints(owner, { token: owner.device.session.accessToken })),
    ...(imitation === undefined ? [] : await tryAccessPoints(owner, { token: imitation })),
  ]
  intruder.memory.note(BREAK_IN, { passes, control })
}

async function tryKind(setting: Setting, phrase: string): Promise<TokenAttempts> {
  const { id, keys } = findKind(setting, phrase)
  const what = `a pass ${phrase}`
  try {
    const [first, ...spellings] = await keys()
    const attempts = await Promise.all([
      ...(first ? [tryEverywhere(setting.intruder, first)] : []),
      ...spellings.map((key) => tryMainAccessPoints(setting.intruder, key)),
    ])
    return { id, what, attempts: attempts.flat() }
  } catch (error) {
    if (error instanceof NotTestable) return { id, what, attempts: [], untestable: error.message }
    throw error
  }
}

/** One spelling of a kind is tried at every door, the others at the main ones. */
function tryEverywhere(intruder: Person, { token, query }: Credential): Promise<AccessAttempt[]> {
  return token === undefined ? tryMainAccessPoints(intruder, { query }) : tryAccessPoints(intruder, { token })
}

function findKind(setting: Setting, phrase: string): { id: TokenAttempts['id']; keys: Keys } {
  if (phrase === 'in an address')
    return { id: 'AUTH-5.in-an-address-refused', keys: () => inAddresses(setting) }
  if (phrase === 'of a closed account')
    return { id: 'AUTH-5.closed-account-refused', keys: () => ofClosedAccount(setting) }
  const kind = FORGED_KINDS.find((candidate) => candidate.phrase === phrase)
  if (!kind) throw new Error(`"${phrase}" is no kind of pass that is known here`)
  return { id: kind.id, keys: () => kind.forge(forgeryOf(setting)).map((token) => ({ token })) }
}

function forgeryOf({ intruder, owner, scenario }: Setting): Forgery {
  return {
    genuine: owner.device.session,
    otherSubject: intruder.device.session.userId,
    secret: scenario.target.signingSecret,
  }
}

function imitationOf(setting: Setting): string | undefined {
  return setting.scenario.target.signingSecret === undefined ? undefined : honestImitation(forgeryOf(setting))
}

/** The owner's own good pass, but where everybody on the way can read it. */
function inAddresses({ owner }: Setting): readonly Credential[] {
  const { accessToken } = owner.device.session
  return ['token', 'access_token', 'jwt'].map((name) => ({ query: { [name]: accessToken } }))
}

async function ofClosedAccount({ intruder, scenario }: Setting): Promise<readonly Credential[]> {
  if (!scenario.offers.has('account-deletion')) return []
  const { auth, registration } = intruder
  const answer = await auth.register({ ...registration, email: registration.email.replace('@', '.closed@') })
  const { accessToken } = readSession(answer.must(200, SessionAnswer))
  ;(await auth.deleteMe(accessToken)).mustBe(204)
  return [{ token: accessToken }]
}
