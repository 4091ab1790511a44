import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { describeAttempt, type Attempt } from '#promises/shared/refusals.checks'

/** A password that was registered, and sign-ins with it and with what is like it. */
export interface PasswordTrial {
  readonly length: number
  readonly registered: Attempt
  /** With the password altered. */
  readonly tries: readonly Attempt[]
  readonly whole: Attempt
}

/** A password is taken, and opens as a whole and in no other way. */
export function passwordCountsWhole(seen: Seen<readonly PasswordTrial[]>): Check {
  const expected = 'taken (200), refused in every other way (401), opens as it is (200)'
  return check('password-counts-whole', expected, seen, (trials) => {
    const odd = trials.flatMap(({ length, registered, tries, whole }) =>
      [
        ...[registered, whole].filter(({ status }) => status !== 200),
        ...tries.filter(({ status }) => status !== 401),
      ].map((each) => `${length} letters, ${describeAttempt(each)}`),
    )
    const all = trials.map(
      ({ length, tries }) => `${length} letters: whole, and in none of ${tries.length} other ways`,
    )
    const isTried = trials.length > 0 && trials.every(({ tries }) => tries.length > 0)
    return settle(isTried && odd.length === 0, { observed: (odd.length > 0 ? odd : all).join('; ') })
  })
}
