import { saysWhy } from '#contract/refusal-words'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { describeAttempt, type Attempt } from '#promises/shared/refusals.checks'

/** What came of renewing with forged refresh tokens, and with an honest one afterwards. */
export interface ForgedRenewals {
  readonly attempts: readonly Attempt[]
  readonly control: Attempt
}

/** None of the forged ones renews, and the honest one that they imitate does. */
export function forgedRenewalsRefused(seen: Seen<ForgedRenewals>): Check {
  const expected = 'each refused (401) with a reason, while the honest one renews'
  return check('forged-renewals-refused', expected, seen, ({ attempts, control }) => {
    const odd = attempts.filter(({ status, text }) => status !== 401 || !saysWhy(text))
    const all = `${attempts.length} refused with a reason`
    const observed = odd.map(describeAttempt).join('; ') || all
    const renews = control.status === 200
    const told = renews ? observed : `${observed}; ${describeAttempt(control)}`
    return settle(attempts.length > 0 && odd.length === 0 && renews, {
      observed: told,
      control: `the honest one was answered ${control.status}`,
    })
  })
}
