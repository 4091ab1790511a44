import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { describeAttempt, isExplained, type Attempt } from '#promises/shared/refusals.checks'

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
  /** Status of a request in the session that the owner of the account has meanwhile. */
  readonly ownSession: number
}

/** How much faster one kind of refusal may be than the other; an honest one hashes a password either way. */
const LARGEST_RATIO = 4

/** Whether an address has an account cannot be told from how a wrong password is refused. */
export function refusalsTellNothing(seen: Seen<Refusals>): Check[] {
  return [answersAlike(seen), takeAlike(seen)]
}

function answersAlike(seen: Seen<Refusals>): Check {
  const expected = 'the same answer at a known and at an unknown address'
  return check('refusals-tell-nothing', expected, seen, ({ known, unknown }) => {
    const told = [...known, ...unknown].map(({ status, text, type }) => `${status} ${type} ${text}`)
    const answers = new Set(told)
    const holds = answers.size === 1 && known.length > 0 && unknown.length > 0
    return settle(holds, { observed: [...answers].join(' or ') || 'nothing was tried' })
  })
}

function takeAlike(seen: Seen<Refusals>): Check {
  const expected = `neither more than ${LARGEST_RATIO} times as fast as the other`
  return check('refusals-take-alike', expected, seen, (refusals) => {
    const [known, unknown] = [fastest(refusals.known), fastest(refusals.unknown)]
    const ratio = Math.max(known, unknown) / Math.min(known, unknown)
    const observed = `known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms: ratio ${ratio.toFixed(1)}`
    return settle(ratio <= LARGEST_RATIO, { observed })
  })
}

function fastest(refusals: readonly TimedRefusal[]): number {
  return Math.min(...refusals.map(({ elapsedMs }) => elapsedMs))
}

/** A wrong password is refused each time. @param owner of the account that was tried */
export function wrongPasswordRefused(owner: string, seen: Seen<Refusals>): Check {
  return check('wrong-password-refused', '401 each time', seen, ({ known, ownSession }) => {
    const statuses = known.map(({ status }) => status)
    const holds = statuses.length > 0 && statuses.every((status) => status === 401)
    const control = `${owner}'s own session at the same time: ${ownSession}`
    return settle(holds, { observed: statuses.join(', ') || 'nothing was tried', control })
  })
}

/** What came of guessing too often. */
export interface GuessingOutcome {
  /** Statuses of the guesses that are still allowed. */
  readonly refusals: readonly number[]
  readonly slowed: Attempt
  readonly retryAfter: string | undefined
  /** How somebody else got in meanwhile. */
  readonly otherLogIn: Attempt
  /** Status of a request in the session that the owner already had. */
  readonly ownSession: number
}

const LONGEST_WAIT_SECONDS = 60

/** Guessing at an account is slowed, and nobody else. @param allowed how many failures there may be before */
export function guessingSlowed(allowed: number, seen: Seen<GuessingOutcome>): Check[] {
  return [isSlowed(allowed, seen), othersAreNot(seen)]
}

function isSlowed(allowed: number, seen: Seen<GuessingOutcome>): Check {
  const expected = `${allowed} refusals (401), then 429 that says how long to wait`
  return check('guessing-is-slowed', expected, seen, ({ refusals, slowed, retryAfter }) => {
    const wait = Number(retryAfter)
    const isFair = Number.isInteger(wait) && wait >= 1 && wait <= LONGEST_WAIT_SECONDS
    const isAllowed = refusals.length === allowed && refusals.every((status) => status === 401)
    const before = `${refusals.length} times ${[...new Set(refusals)].join(', ')}`
    const observed = `${before}; then ${describeAttempt(slowed)}; wait ${retryAfter ?? 'unknown'} s`
    return settle(isAllowed && slowed.status === 429 && isExplained(slowed.text) && isFair, { observed })
  })
}

function othersAreNot(seen: Seen<GuessingOutcome>): Check {
  const expected = 'others sign in, and a session that was open stays open'
  return check('nobody-else-is-slowed', expected, seen, ({ otherLogIn: { what, status }, ownSession }) => {
    const observed = `${what} signs in: ${status}; the guessed-at account's open session: ${ownSession}`
    return settle(status === 200 && ownSession === 200, { observed })
  })
}

/** Traces, queries and paths, as careless services show them. */
const INSIDES = [
  /\bat \S.*[:(]\d+:\d+\)?/,
  /node_modules|node:internal/,
  /\b(select|insert into|update|delete from)\b.+\b(from|into|values|set|where)\b/i,
  /sqlstate|postgres|syntax error at|relation "|column "/i,
  /(^|[\s"'(])\/(app|home|opt|src|usr|var|work)\//,
  /\b[\w-]+\.(ts|js|py):\d+/,
  /Traceback|stack_trace|stacktrace/i,
]

/** No refusal shows how the platform is built. */
export function nothingOfTheInside(seen: Seen<readonly Attempt[]>): Check {
  return check('nothing-of-the-inside-shows', 'no trace, query or path in any refusal', seen, (attempts) => {
    const unrefused = attempts.filter(({ status }) => status < 400 || status >= 500)
    const telling = attempts.filter(({ text }) => INSIDES.some((inside) => inside.test(text)))
    const odd = (unrefused.length > 0 ? unrefused : telling).map(describeAttempt)
    const observed = odd.join('; ') || `nothing in ${attempts.length} refusals`
    return settle(attempts.length > 0 && odd.length === 0, { observed })
  })
}

/** Every refusal says what is wrong. */
export function refusalsExplained(seen: Seen<readonly Attempt[]>): Check {
  return check('refusals-are-explained', 'a word on what is wrong in every refusal', seen, (attempts) => {
    const mute = attempts.filter(({ text }) => !isExplained(text))
    const observed = mute.map(describeAttempt).join('; ') || `${attempts.length} refusals, each with a reason`
    return settle(attempts.length > 0 && mute.length === 0, { observed })
  })
}
