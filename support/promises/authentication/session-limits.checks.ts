import type { TimeLimit } from '#contract/promises'
import { check, settle, type Check } from '#expect/check'
import { NotSeen, seenAs, type Seen } from '#expect/seen'
import {
  allAccepted,
  CONNECTION_ACCESS_POINTS,
  describeAccepted,
  judgeAccess,
  RENEWAL_ACCESS_POINT,
  refusedEverywhere,
  type AccessAttempt,
} from '#promises/shared/access-points.checks'
import { sessionEndCloses, type ClosedConnection } from '#promises/shared/connection-end.checks'
import { allRefused, type Attempt } from '#promises/shared/refusals.checks'

/** What came of using a refresh token twice. */
export interface DoubleUse {
  readonly replay: Attempt
  readonly newestRefresh: Attempt
  /** With the access token that the first use gave, and with the one before it. */
  readonly branchAccess: readonly AccessAttempt[]
  /** With an access token of the same person from another sign-in. */
  readonly otherSession: readonly AccessAttempt[]
  /** Of the lines that lived by any of these tokens, counted from the second use: the worst. */
  readonly close: Seen<ClosedConnection>
}

/** What came of using a refresh token several times at the same moment. */
export interface UseAtOnce {
  readonly statuses: readonly number[]
  /** With the refresh tokens that this gave. */
  readonly refreshes: readonly Attempt[]
  /** With the access tokens that this gave, and with the one before them. */
  readonly access: readonly AccessAttempt[]
}

/** A refresh token that is used twice ends the session that it belongs to, and no other. */
export function doubleUseEndsTheSession(seen: Seen<DoubleUse>, limit: TimeLimit): Check[] {
  const control = 'the first use gave a new session'
  const replay = seenAs(seen, (use) => [use.replay])
  const ends = 'replay-ends-the-session'
  return [
    allRefused('spent-renewal-refused', 401, replay, control),
    check(ends, 'nothing that grew from it opens or renews', seen, ({ newestRefresh, ...use }) => {
      allRefused(ends, 401, [newestRefresh], control).judge()
      return judgeAccess(
        use.branchAccess,
        'refused',
        describeAccepted('another session of hers', use.otherSession),
      )
    }),
    sessionEndCloses(
      'replay-ends-its-lines',
      seen instanceof NotSeen ? seen : seen.close,
      limit,
      'they were open until the second use',
    ),
    check('replay-ends-no-other', 'another session of hers opens every door', seen, ({ otherSession }) =>
      allAccepted(otherSession),
    ),
  ]
}

/** Of several uses at the same moment one renews, and the others end what came of it, as they would afterwards. */
export function usedAtOnce(seen: Seen<UseAtOnce>): Check[] {
  const control = 'the same session was opened a moment before'
  const ends = 'used-at-once-ends-the-session'
  return [
    check('used-at-once-renews-once', 'no more than one of them renews', seen, ({ statuses }) => {
      const renewed = statuses.filter((status) => status === 200).length
      const isEach = statuses.every((status) => status === 200 || status === 401)
      const observed = `${renewed} of ${statuses.length} at once renewed: answered ${statuses.join(', ')}`
      return settle(renewed <= 1 && isEach && statuses.length > 1, { observed, control })
    }),
    check(ends, 'nothing that grew from it opens or renews', seen, ({ refreshes, access }) => {
      if (refreshes.length > 0) allRefused(ends, 401, refreshes, control).judge()
      return judgeAccess(access, 'refused', control)
    }),
  ]
}

/** An access token does not renew. @param seen of using it so @param control what renews */
export function accessDoesNotRenew(seen: Seen<Attempt>, control: string): Check {
  return allRefused('access-does-not-renew', 401, seen instanceof NotSeen ? seen : [seen], control)
}

/** A refresh token is accepted nowhere. @param seen of trying it everywhere @param control what is accepted */
export function refreshDoesNotEnter(seen: Seen<readonly AccessAttempt[]>, control: string): Check {
  return refusedEverywhere('refresh-does-not-enter', 'a means of renewal', seen, control)
}

/** An expired token is accepted nowhere. @param seen of trying it everywhere @param control that it was until then */
export function expiredOpensNothing(seen: Seen<readonly AccessAttempt[]>, control: string): Check[] {
  const connections = seenAs(seen, (attempts) => attempts.filter(isConnection))
  const services = seenAs(seen, (attempts) => attempts.filter((attempt) => !isConnection(attempt)))
  return [
    refusedEverywhere('expired-opens-nothing', 'an expired session', services, control),
    refusedEverywhere('expired-opens-no-line', 'an expired session', connections, control),
  ]
}

function isConnection({ accessPoint }: AccessAttempt): boolean {
  return [...Object.values<string>(CONNECTION_ACCESS_POINTS), RENEWAL_ACCESS_POINT].includes(accessPoint)
}
