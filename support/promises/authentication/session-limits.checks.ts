import { check, type Check } from '#expect/check'
import {
  allOpen,
  allShut,
  describeOpen,
  judge,
  type DoorAttempt,
} from '#promises/shared/access-points.checks'
import { allRefused, type Attempt } from '#promises/shared/refusals.checks'

/** What came of using a means of renewal twice. */
export interface DoubleUse {
  readonly replay: Attempt
  readonly newestRenewal: Attempt
  /** The pass that the first use gave. */
  readonly newestPass: readonly DoorAttempt[]
  /** A pass of the same person from another sign-in. */
  readonly besides: readonly DoorAttempt[]
}

export function doubleUseEndsTheSession({ replay, newestRenewal, newestPass, besides }: DoubleUse): Check[] {
  const control = 'the first use gave a new session'
  return [
    allRefused('AUTH-3.spent-renewal-refused', 401, [replay], control),
    check('AUTH-3.replay-ends-the-session', 'nothing that grew from it opens or renews', async () => {
      await allRefused('AUTH-3.replay-ends-the-session', 401, [newestRenewal], control).look()
      return judge(newestPass, 'refused', describeOpen('another session of hers', besides))
    }),
    check('AUTH-3.replay-ends-no-other', 'another session of hers opens every door', () => allOpen(besides)),
  ]
}

export function renewalAndEntryApart(
  pass: Attempt,
  renewalAtDoors: readonly DoorAttempt[],
  control: string,
): Check[] {
  return [
    allRefused('AUTH-3.access-does-not-renew', 401, [pass], control),
    allShut('AUTH-3.refresh-does-not-enter', 'a means of renewal', () => renewalAtDoors, control),
  ]
}

/** @param attempts with the pass whose time is over */
export function expiredOpensNothing(attempts: readonly DoorAttempt[], control: string): Check[] {
  const isLine = ({ door }: DoorAttempt): boolean => door.includes('live line')
  const lines = attempts.filter(isLine)
  const services = attempts.filter((attempt) => !isLine(attempt))
  return [
    allShut('AUTH-3.expired-opens-nothing', 'an expired session', () => services, control),
    allShut('AUTH-3.expired-opens-no-line', 'an expired session', () => lines, control),
  ]
}
