import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { describeAttempt, type Attempt } from '#promises/shared/refusals.checks'

/** One of several registrations of an address at the same moment. */
export interface RushedRegistration {
  readonly registered: Attempt
  /** What signing in with its password was answered with afterwards. */
  readonly logIn: number
}

/** Of several registrations of one address at the same moment one is taken, and its password is the one that opens. */
export function oneGetsIn(seen: Seen<readonly RushedRegistration[]>): Check {
  const expected = 'one taken (200), every other one refused (409), and its password alone opens'
  return check('one-of-many-gets-in', expected, seen, (tries) => {
    const isAsDue = ({ registered: { status }, logIn }: RushedRegistration): boolean =>
      (status === 200 && logIn === 200) || (status === 409 && logIn === 401)
    const taken = tries.filter(({ registered }) => registered.status === 200).length
    const observed = tries.map(describeTry).join('; ')
    return settle(tries.length > 1 && taken === 1 && tries.every(isAsDue), { observed })
  })
}

function describeTry({ registered, logIn }: RushedRegistration): string {
  const opens = logIn === 200 ? 'opens' : 'opens nothing'
  return `${describeAttempt({ ...registered, text: '' })}, and its password ${opens} (${logIn})`
}
