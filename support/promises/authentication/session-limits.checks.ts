import { check, type Check } from '#expect/check'
import {
  allAccepted,
  refusedEverywhere,
  describeAccepted,
  judgeAccess,
  type AccessAttempt,
} from '#promises/shared/access-points.checks'
import { allRefused, type Attempt } from '#promises/shared/refusals.checks'

/** What came of using a means of renewal twice. */
export interface DoubleUse {
  readonly replay: Attempt
  readonly newestRenewal: Attempt
  /** The pass that the first use gave. */
  readonly newestPass: readonly AccessAttempt[]
  /** A pass of the same person from another sign-in. */
  readonly besides: readonly AccessAttempt[]
}

export function doubleUseEndsTheSession({ replay, newestRenewal, newestPass, besides }: DoubleUse): Check[] {
  const control = 'the first use gave a new session'
  return [
    allRefused('spent-renewal-refused', 401, [replay], control),
    check('replay-ends-the-session', 'nothing that grew from it opens or renews', undefined, async () => {
      await allRefused('replay-ends-the-session', 401, [newestRenewal], control).seen()
      return judgeAccess(newestPass, 'refused', describeAccepted('another session of hers', besides))
    }),
    check('replay-ends-no-other', 'another session of hers opens every door', undefined, () =>
      allAccepted(besides),
    ),
  ]
}

export function renewalAndEntryApart(
  pass: Attempt,
  renewalAtDoors: readonly AccessAttempt[],
  control: string,
): Check[] {
  return [
    allRefused('access-does-not-renew', 401, [pass], control),
    refusedEverywhere('refresh-does-not-enter', 'a means of renewal', () => renewalAtDoors, control),
  ]
}

/** @param attempts with the pass whose time is over */
export function expiredOpensNothing(attempts: readonly AccessAttempt[], control: string): Check[] {
  const isLine = ({ accessPoint }: AccessAttempt): boolean => accessPoint.includes('live line')
  const connections = attempts.filter(isLine)
  const services = attempts.filter((attempt) => !isLine(attempt))
  return [
    refusedEverywhere('expired-opens-nothing', 'an expired session', () => services, control),
    refusedEverywhere('expired-opens-no-line', 'an expired session', () => connections, control),
  ]
}
