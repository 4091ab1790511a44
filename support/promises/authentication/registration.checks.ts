import { expect } from 'chai'
import type { Slug } from '#expect/catalogue'
import { withoutMoment } from '#promises/shared/account.checks'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { allRefused, describeAttempt, type Attempt } from '#promises/shared/refusals.checks'

/** What a registration gave to whoever registered. */
export interface OpenedSession {
  readonly email: string
  readonly hasRenewal: boolean
  /** Seconds, as stated beside the token. */
  readonly statedLife: number | undefined
  /** Seconds, by the token itself. */
  readonly life: number
}

export function sessionOpened(wanted: string, { email, hasRenewal, statedLife, life }: OpenedSession): Check {
  return check(
    'registration-opens-a-session',
    `a session for ${wanted}, renewable, its life as stated`,
    undefined,
    () => {
      const observed = `for ${email}, ${hasRenewal ? '' : 'not '}renewable, ${statedLife ?? 'no'} s stated, ${life} s real`
      return settle(email === wanted && hasRenewal && statedLife === life, { observed })
    },
  )
}

/** @param control what the owner herself gets with the same address */
export function addressTaken(attempts: readonly Attempt[], control: string): Check {
  return allRefused('address-taken-in-any-spelling', 409, attempts, control)
}

export interface LogIns {
  /** Who came in with the owner's password. */
  readonly owner: string
  /** What was said to the one with the intruder's password. */
  readonly intruder: string
}

/** @param lookAgain at the account and at who comes in by its address */
export function accountUntouched(
  ownerId: string,
  before: unknown,
  lookAgain: Seen<{ after: unknown; logIns: LogIns }>,
): Check {
  const expected = 'her account and work as before, her password opens, the other one does not'
  return check('first-account-untouched', expected, lookAgain, ({ after, logIns }) => {
    expect(withoutMoment(after), 'her account and work').to.deep.equal(withoutMoment(before))
    const { owner, intruder } = logIns
    const observed = `the same account and work; her password opens ${owner}; the other: ${intruder}`
    return settle(owner === ownerId && intruder.includes('401'), { observed })
  })
}

/** A registration with a mistake in it, and what became of it. */
export interface Spoiled {
  readonly mistake: { readonly phrase: string; readonly kind: 'address' | 'password' | 'missing' }
  readonly refusal: Attempt
  readonly logIn: Attempt | undefined
  readonly corrected: Attempt | undefined
}

const BY_KIND = {
  address: 'malformed-address-refused',
  password: 'weak-password-refused',
  missing: 'missing-field-refused',
} as const satisfies Record<Spoiled['mistake']['kind'], Slug>

/** Each kind of mistake is refused with a reason, and nothing is left of it. */
export function mistakesRefused(spoiled: readonly Spoiled[]): Check[] {
  const corrections = spoiled.flatMap(({ corrected }) => corrected ?? [])
  const control = `the same without the mistake: ${corrections.map(({ status }) => status).join(', ')}`
  const byKind = (Object.keys(BY_KIND) as (keyof typeof BY_KIND)[]).map((kind) => {
    const attempts = spoiled.filter(({ mistake }) => mistake.kind === kind).map(({ refusal }) => refusal)
    return allRefused(BY_KIND[kind], 422, attempts, control)
  })
  return [...byKind, nothingCreated(spoiled, corrections)]
}

function nothingCreated(spoiled: readonly Spoiled[], corrections: readonly Attempt[]): Check {
  const expected = 'no sign-in by a refused registration, and every address still free'
  return check('refusal-creates-nothing', expected, undefined, () => {
    const logIns = spoiled.flatMap(({ logIn }) => logIn ?? [])
    const odd = [
      ...logIns
        .filter(({ status }) => status !== 401)
        .map((attempt) => `sign-in with ${describeAttempt(attempt)}`),
      ...corrections
        .filter(({ status }) => status !== 200)
        .map((attempt) => `corrected, ${describeAttempt(attempt)}`),
    ]
    const observed =
      odd.join('; ') || `${logIns.length} sign-ins refused, ${corrections.length} addresses still free`
    return settle(odd.length === 0 && logIns.length > 0 && corrections.length > 0, { observed })
  })
}
