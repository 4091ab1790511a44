import { describeLimit, type TimeLimit } from '#contract/promises'
import { CLOSE } from '#contract/codes'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { accessOutcome, describeAccepted, type AccessAttempt } from '#promises/shared/access-points.checks'
import { describeClose, isClosedInTime, type ClosedConnection } from '#promises/shared/connection-end.checks'
import { oddAmong, type Trespass } from './trespass.checks.ts'

/** Somebody who has closed her account for good. */
export interface Departure {
  /** Her token at the access points, before and after. */
  readonly before: readonly AccessAttempt[]
  readonly after: readonly AccessAttempt[]
  readonly connection: ClosedConnection
  /** Her ids, tried by everybody else. */
  readonly tries: readonly Trespass[]
}

/** Of somebody who is gone, neither token nor id opens anything, and her connection was closed in time. */
export function goneForGood(seen: Seen<Departure>, limit: TimeLimit): Check {
  const ended = `her line ended (${CLOSE.policyViolation}) ${describeLimit(limit)}`
  const expected = `her pass is refused, ${ended}, her addresses lead nowhere`
  return check('gone-for-good', expected, seen, ({ before, after, connection, tries }) => {
    const odd = oddAmong(tries)
    const shut = accessOutcome(after, 'refused')
    const observed = [
      shut.observed,
      `her line ${describeClose(connection)}`,
      odd?.text ?? `${tries.length} tries of others, all as where there is nothing`,
    ].join('; ')
    const wasOpen = accessOutcome(before, 'open').holds
    const isShut = shut.holds && isClosedInTime(connection, limit) && tries.length > 0 && odd === undefined
    return settle(wasOpen && isShut, {
      observed,
      control: describeAccepted('the same pass, before,', before),
      // That she herself still gets in is no leak: what is there is her own.
      leak: odd?.leak ?? false,
    })
  })
}
