import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { accessOutcome, describeAccepted, type AccessAttempt } from '#promises/shared/access-points.checks'
import { oddOnesIn, type Trespass } from './trespass.checks.ts'

/** Somebody who has closed her account for good. */
export interface Departure {
  readonly name: string
  /** Her pass at the doors, before and after. */
  readonly before: readonly AccessAttempt[]
  readonly pass: readonly AccessAttempt[]
  /** With which code her line ended. */
  readonly lineEnd: number
  /** Her addresses, tried by everybody else. */
  readonly tries: readonly Trespass[]
}

const POLICY_VIOLATION = 1008

export function goneForGood(seen: Seen<Departure>): Check {
  const expected = `her pass is refused, her line ended (${POLICY_VIOLATION}), her addresses lead nowhere`
  return check('gone-for-good', expected, seen, ({ before, pass, lineEnd, tries }) => {
    const odd = oddOnesIn(tries)
    const shut = accessOutcome(pass, 'refused')
    const observed = [
      shut.observed,
      `her line ended with ${lineEnd}`,
      odd ?? `${tries.length} tries of others, all as where there is nothing`,
    ].join('; ')
    const control = describeAccepted('the same pass, before,', before)
    const wasOpen = before.length > 0 && before.every(({ outcome }) => outcome === 'open')
    const isEnded = lineEnd === POLICY_VIOLATION
    return settle(wasOpen && shut.holds && isEnded && tries.length > 0 && odd === undefined, {
      observed,
      control,
    })
  })
}

export function connectionKeepsItsOwner(seen: Seen<{ said: string; code: number }>): Check {
  const expected = `AUTH_FAILED, and the line is ended with ${POLICY_VIOLATION}`
  return check('line-keeps-its-owner', expected, seen, ({ said, code }) => {
    const observed = `another's pass was answered ${said}; ${code === 0 ? 'the line goes on' : `it ended with ${code}`}`
    return settle(said === 'AUTH_FAILED' && code === POLICY_VIOLATION, { observed })
  })
}
