import { lastingText } from '#contract/fleeting'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** A refused sign-in, and how long it took (milliseconds). */
export interface TimedRefusal {
  readonly status: number
  readonly text: string
  readonly type: string
  readonly elapsedMs: number
}

/** How wrong passwords are refused. */
export interface Refusals {
  /** At an address that has an account. */
  readonly known: readonly TimedRefusal[]
  /** At addresses that have none. */
  readonly unknown: readonly TimedRefusal[]
  /** At the address of an account without a password; none where there can be no such account. */
  readonly passwordless: readonly TimedRefusal[]
  /** What no word at all, and such as stand for none, were answered with at that account. */
  readonly withoutPassword?: readonly number[]
  /** Status of a request in the session that the owner of the account has meanwhile. */
  readonly ownSession: number
}

/** How much faster one kind of refusal may be than the other; an honest one hashes a password either way. */
const LARGEST_RATIO = 4
/** How much slower one kind has to be in the middle, and how much each time but once, to be no accident; fewer could all be slower by one. */
const STEADY = { ratio: 1.5, ms: 8, eachRatio: 1.2, exceptions: 1, fewest: 4 }

/** Whether an address has an account cannot be told from how a wrong password is refused. */
export function refusalsTellNothing(seen: Seen<Refusals>): Check[] {
  return [answersAlike(seen), takeAlike(seen)]
}

function answersAlike(seen: Seen<Refusals>): Check {
  const expected = 'the same answer at a known and at an unknown address, and where there is no password'
  return check('refusals-tell-nothing', expected, seen, ({ known, unknown, passwordless }) => {
    const all = [...known, ...unknown, ...passwordless]
    const answers = new Set(all.map(({ status, text, type }) => `${status} ${type} ${lastingText(text)}`))
    const holds = answers.size === 1 && known.length > 0 && unknown.length > 0
    return settle(holds, { observed: [...answers].join(' or ') || 'nothing was tried' })
  })
}

function takeAlike(seen: Seen<Refusals>): Check {
  const expected = `none more than ${LARGEST_RATIO} times as fast as another, nor each time faster`
  return check('refusals-take-alike', expected, seen, (refusals) => {
    const described = kindsOf(refusals).map((each, index) => `${KINDS[index]} ${timesOf(each)}`)
    return settle(takesAlike(refusals), { observed: described.join(', ') })
  })
}

/** Whether no kind of address is refused faster than another, as far as was tried. */
export function takesAlike(refusals: Omit<Refusals, 'ownSession'>): boolean {
  const [known = [], ...others] = kindsOf(refusals)
  return known.length > 0 && others.every((other) => isAlike(known, other))
}

function kindsOf({
  known,
  unknown,
  passwordless,
}: Omit<Refusals, 'ownSession'>): (readonly TimedRefusal[])[] {
  return [known, unknown, ...(passwordless.length > 0 ? [passwordless] : [])]
}

const KINDS = ['known', 'unknown', 'without a password']

function isAlike(one: readonly TimedRefusal[], other: readonly TimedRefusal[]): boolean {
  const [fast, slow] = fastest(one) < fastest(other) ? [one, other] : [other, one]
  if (fast.length === 0 || fastest(slow) > fastest(fast) * LARGEST_RATIO) return false
  return fast.length < STEADY.fewest || !isSteadilySlower(slow, fast)
}

/**
 * Whether one kind is much slower in the middle, and slower each time but once than the other one beside it: both were tried one
 * after the other, so that what slows a whole machine slows both, and neither at its fastest.
 */
function isSteadilySlower(slow: readonly TimedRefusal[], fast: readonly TimedRefusal[]): boolean {
  const pairs = slow.slice(0, fast.length).map(({ elapsedMs }, index) => {
    const beside = fast[index]?.elapsedMs ?? NaN
    return { ratio: elapsedMs / beside, more: elapsedMs - beside }
  })
  const isMuch =
    medianOf(pairs.map(({ ratio }) => ratio)) > STEADY.ratio &&
    medianOf(pairs.map(({ more }) => more)) > STEADY.ms
  const isAtBest = fastest(slow) > fastest(fast) * STEADY.eachRatio
  return (
    isMuch && isAtBest && pairs.filter(({ ratio }) => !(ratio > STEADY.eachRatio)).length <= STEADY.exceptions
  )
}

function medianOf(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

function timesOf(refusals: readonly TimedRefusal[]): string {
  return `${refusals.map(({ elapsedMs }) => elapsedMs.toFixed(1)).join(' ') || 'never'} ms`
}

function fastest(refusals: readonly TimedRefusal[]): number {
  return Math.min(...refusals.map(({ elapsedMs }) => elapsedMs))
}

/** A wrong password is refused each time. @param owner of the account that was tried */
export function wrongPasswordRefused(owner: string, seen: Seen<Refusals>): Check {
  return check(
    'wrong-password-refused',
    '401 each time',
    seen,
    ({ known, withoutPassword = [], ownSession }) => {
      const statuses = known.map(({ status }) => status)
      const isShut = !withoutPassword.includes(200)
      const holds = statuses.length > 0 && statuses.every((status) => status === 401) && isShut
      const control = `${owner}'s own session at the same time: ${ownSession}`
      const without = isShut ? '' : '; an account without a password opened to none'
      return settle(holds, { observed: (statuses.join(', ') || 'nothing was tried') + without, control })
    },
  )
}
