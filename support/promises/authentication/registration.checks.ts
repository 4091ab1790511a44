import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { accountChanges, describeChanges, type AccountState } from '#promises/shared/account.checks'
import { allRefused, describeAttempt, type Attempt } from '#promises/shared/refusals.checks'
import { describeLife, type SessionFacts } from './renewal.checks.ts'

/** A registration has signed in whoever registered. @param wanted the address that was registered */
export function sessionOpened(wanted: string, session: SessionFacts): Check {
  const expected = `a session for ${wanted}, renewable`
  return check('registration-opens-a-session', expected, session, ({ claims, refreshToken }) => {
    const isRenewable = refreshToken !== undefined
    const observed = `for ${claims.email}, ${isRenewable ? '' : 'not '}renewable, ${describeLife(session)}`
    return settle(claims.email === wanted && isRenewable, { observed })
  })
}

/** Registrations of an address that has an account, in several spellings, and of others that only resemble it. */
export interface SpelledAddresses {
  readonly same: readonly Attempt[]
  readonly resembling: readonly Attempt[]
}

/** An address cannot be registered again, and another one can. @param control what the owner herself gets with the same address */
export function addressTaken(seen: Seen<SpelledAddresses>, control: string): Check {
  const slug = 'address-taken-in-any-spelling'
  const expected = 'refused (409) in any case of its letters, and taken (200) with any other letter'
  return check(slug, expected, seen, ({ same, resembling }) => {
    const odd = resembling.filter(({ status }) => status !== 200)
    if (resembling.length > 0 && odd.length === 0) return allRefused(slug, 409, same, control).judge()
    return settle(false, { observed: odd.map(describeAttempt).join('; ') || 'no other was tried', control })
  })
}

/** An account before and after somebody else tried to take its address, and who comes in by it now. */
export interface AccountAftermath {
  readonly before: AccountState
  readonly after: AccountState
  /** What the owner's own password gives; no user id when she is refused. */
  readonly owner: { readonly status: number; readonly userId: string | undefined }
  /** The status that the password of whoever tried to take it gives. */
  readonly intruder: number
}

/** An account is as it was, and only its owner's password opens it. */
export function accountUntouched(seen: Seen<AccountAftermath>): Check {
  const expected = 'her account and work as before, her password opens, the other one does not'
  return check('first-account-untouched', expected, seen, ({ before, after, owner, intruder }) => {
    const changes = accountChanges(before, after)
    const logIns = `her password: ${owner.status} as ${owner.userId ?? 'nobody'}; the other one: ${intruder}`
    const observed = `${describeChanges(changes)}; ${logIns}`
    const isHers = owner.status === 200 && owner.userId === before.me.user_id
    return settle(changes.length === 0 && isHers && intruder === 401, { observed })
  })
}

/** A registration with a mistake in it, and what became of it. */
export interface SpoiledRegistration {
  readonly mistake: { readonly phrase: string; readonly kind: 'address' | 'password' | 'missing' }
  readonly refusal: Attempt
  /** Signing in with it afterwards, where it has an address and a password at all. */
  readonly logIn: Attempt | undefined
  /** The same registration without the mistake, where it has an address. */
  readonly corrected: Attempt | undefined
}

type Spoiled = Seen<readonly SpoiledRegistration[]>

/** Each kind of mistake is refused with a reason, and nothing is left of it. */
export function mistakesRefused(seen: Spoiled): Check[] {
  return [
    kindRefused('malformed-address-refused', 'address', seen),
    kindRefused('weak-password-refused', 'password', seen),
    kindRefused('missing-field-refused', 'missing', seen),
    nothingCreated(seen),
  ]
}

function kindRefused(slug: Slug, kind: SpoiledRegistration['mistake']['kind'], seen: Spoiled): Check {
  return check(slug, 'each refused (422) with a reason', seen, (spoiled) => {
    const attempts = spoiled.filter(({ mistake }) => mistake.kind === kind).map(({ refusal }) => refusal)
    const statuses = spoiled.flatMap(({ corrected }) => corrected?.status ?? [])
    return allRefused(slug, 422, attempts, `the same without the mistake: ${statuses.join(', ')}`).judge()
  })
}

function nothingCreated(seen: Spoiled): Check {
  const expected = 'no sign-in by a refused registration, and every address still free'
  return check('refusal-creates-nothing', expected, seen, (spoiled) => {
    const logIns = spoiled.flatMap(({ logIn }) => logIn ?? [])
    const corrections = spoiled.flatMap(({ corrected }) => corrected ?? [])
    const odd = [
      ...logIns.filter(({ status }) => status !== 401).map((each) => `sign-in with ${describeAttempt(each)}`),
      ...corrections
        .filter(({ status }) => status !== 200)
        .map((each) => `corrected, ${describeAttempt(each)}`),
    ]
    const none = `${logIns.length} sign-ins refused, ${corrections.length} addresses still free`
    const observed = odd.join('; ') || none
    return settle(odd.length === 0 && logIns.length > 0 && corrections.length > 0, { observed })
  })
}
