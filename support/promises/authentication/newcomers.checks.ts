import type { MeAnswer } from '#contract/answers'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** How somebody is called in one place. */
interface NameStatement {
  readonly where: string
  readonly name: string | undefined
  readonly email: string | undefined
}

/** Somebody who has registered under a name, looked at right after that, and when she has come back. */
export interface NamedNewcomer {
  /** What the feature says of the name. */
  readonly phrase: string
  /** As it was given, if it was. */
  readonly name: string | undefined
  readonly email: string
  /** When she registered, by our clock: milliseconds since 1970. */
  readonly between: readonly [number, number]
  readonly looks: readonly {
    readonly statements: readonly NameStatement[]
    readonly account: MeAnswer
    /** When the token of this sign-in ends, as it says itself. */
    readonly endsAt: number
  }[]
}

/** Newcomers are called what they call themselves, and their accounts are told as they are. @param skewMs how far the target's clock is ahead of ours */
export function toldAsTheyAre(seen: Seen<readonly NamedNewcomer[]>, skewMs: number): Check[] {
  return [namesKept(seen), accountsTrue(seen, skewMs)]
}

function namesKept(seen: Seen<readonly NamedNewcomer[]>): Check {
  const expected = 'the name as it was given, everywhere, also on coming back'
  return check('names-are-kept', expected, seen, (newcomers) => {
    const odd = newcomers.flatMap(({ phrase, name, email, looks }) => {
      const allowed = name === undefined ? [email, email.replace(/@.*/, '')].map(lower) : [name]
      return looks
        .flatMap(({ statements }) => statements)
        .filter(({ name: told }) => told !== undefined && !allowed.includes(name ? told : lower(told)))
        .map(({ where, name: told }) => `a name that ${phrase}: ${where} says ${JSON.stringify(told)}`)
    })
    const none = `${newcomers.length} names, each told as it was given`
    return settle(newcomers.length > 0 && odd.length === 0, {
      observed: [...new Set(odd)].join('; ') || none,
    })
  })
}

function lower(text: string): string {
  return text.toLowerCase()
}

/** What whole seconds and the way of an answer come to. */
const GRAIN_MS = 2_000

function accountsTrue(seen: Seen<readonly NamedNewcomer[]>, skewMs: number): Check {
  const expected = 'her address, made when she registered and dated so for good, by a password'
  return check('account-is-told-as-it-is', expected, seen, (newcomers) => {
    const odd = newcomers.flatMap((newcomer) => [...faultsOf(newcomer, skewMs)])
    const none = `${newcomers.length} accounts, each told as it is`
    return settle(newcomers.length > 0 && odd.length === 0, {
      observed: [...new Set(odd)].join('; ') || none,
    })
  })
}

function* faultsOf(
  { email, between: [from, until], looks }: NamedNewcomer,
  skewMs: number,
): Generator<string> {
  // Where it is not told, there is nothing to compare.
  const dates = new Set(looks.flatMap(({ account }) => account.created_at ?? []))
  if (dates.size > 1) yield `made ${[...dates].join(' and ')}`
  for (const { account, endsAt, statements } of looks) {
    const made = Date.parse(account.created_at ?? '') - skewMs
    if (made < from - GRAIN_MS || made > until + GRAIN_MS)
      yield `made ${account.created_at ?? ''}, registered ${new Date(from + skewMs).toISOString()}`
    if (!isByPassword(account)) yield `signs in by ${account.auth_provider ?? ''}`
    if (Math.abs(Date.parse(account.token_expires_at) - endsAt) >= GRAIN_MS)
      yield `the pass ends ${account.token_expires_at}, by itself ${new Date(endsAt).toISOString()}`
    for (const { where, email: told = '' } of statements)
      if (lower(told) !== lower(email)) yield `${where} says the address is ${told}`
  }
}

/** As far as it is told. */
function isByPassword({ auth_provider: provider = 'password' }: MeAnswer): boolean {
  return provider === 'password'
}

/** Somebody who has asked for more than a newcomer gets. */
export interface GreedyNewcomer {
  /** `role: "admin"`. */
  readonly asked: string
  readonly status: number
  /** What came of it, where the registration was taken. */
  readonly account?: MeAnswer
  readonly inToken?: readonly string[]
  /** What somebody may do who has asked for nothing. */
  readonly members: readonly string[]
  /** Who somebody else is. */
  readonly othersId: string
}

/** Who asks for rights when registering is given none of them, or is refused altogether. */
export function rightsNotGiven(seen: Seen<readonly GreedyNewcomer[]>): Check {
  const expected = "refused (422), or taken with a newcomer's rights"
  return check('asked-for-rights-not-given', expected, seen, (newcomers) => {
    const odd = newcomers.filter((newcomer) => !isModest(newcomer)).map(describeGreed)
    const members = newcomers[0]?.members.join(', ')
    return settle(newcomers.length > 0 && odd.length === 0, {
      observed: odd.join('; ') || `${newcomers.length} times no more than that`,
      control: `who asks for nothing may ${members ?? 'nothing'}`,
    })
  })
}

function isModest({ status, account, inToken = [], members, othersId }: GreedyNewcomer): boolean {
  if (!account) return status === 422
  const rights = [inToken, account.permissions].map((each) => [...each].sort().join())
  const isMember = rights.every((each) => each === [...members].sort().join())
  return isMember && account.user_id !== othersId && isByPassword(account)
}

function describeGreed({ asked, status, account, inToken }: GreedyNewcomer): string {
  if (!account) return `${asked}: ${status}`
  const rights = `may ${account.permissions.join(', ')}, by the pass ${inToken?.join(', ') ?? 'nothing'}`
  return `${asked}: ${account.user_id} by ${account.auth_provider ?? 'what is not told'} ${rights}`
}
