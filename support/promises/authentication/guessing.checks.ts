import { check, settle, type Check } from '#expect/check'
import { describeAttempt, isExplained, type Attempt } from '#promises/shared/refusals.checks'

/** A refused sign-in, and how long it took (milliseconds). */
export interface TimedRefusal {
  readonly status: number
  readonly text: string
  readonly type: string
  readonly elapsedMs: number
}

/** How much faster one kind of refusal may be than the other; an honest one hashes a password either way. */
const LARGEST_RATIO = 4

/** Whether an address has an account cannot be told from how a wrong password is refused. */
export function refusalsTellNothing(
  known: readonly TimedRefusal[],
  unknown: readonly TimedRefusal[],
): Check[] {
  return [
    check('refusals-tell-nothing', 'the same answer at a known and at an unknown address', undefined, () => {
      const answers = new Set(
        [...known, ...unknown].map(({ status, text, type }) => `${status} ${type} ${text}`),
      )
      return settle(answers.size === 1 && known.length > 0 && unknown.length > 0, {
        observed: [...answers].join(' or '),
      })
    }),
    check(
      'refusals-take-alike',
      `neither more than ${LARGEST_RATIO} times as fast as the other`,
      undefined,
      () => {
        const [quickestKnown, quickestUnknown] = [fastest(known), fastest(unknown)]
        const ratio = Math.max(quickestKnown, quickestUnknown) / Math.min(quickestKnown, quickestUnknown)
        const observed = `known ${quickestKnown.toFixed(1)} ms, unknown ${quickestUnknown.toFixed(1)} ms: ratio ${ratio.toFixed(1)}`
        return settle(ratio <= LARGEST_RATIO, { observed })
      },
    ),
  ]
}

export function wrongPasswordRefused(known: readonly TimedRefusal[], control: string): Check {
  return check('wrong-password-refused', '401 each time', undefined, () => {
    const statuses = known.map(({ status }) => status)
    const holds = statuses.length > 0 && statuses.every((status) => status === 401)
    return settle(holds, { observed: statuses.join(', '), control })
  })
}

/** What came of guessing too often. */
export interface GuessingOutcome {
  /** Statuses of the guesses that are still allowed. */
  readonly refusals: readonly number[]
  readonly slowed: Attempt
  readonly retryAfter: string | undefined
  /** How others got in meanwhile. */
  readonly logIns: readonly Attempt[]
  /** Status of a request in the session that the owner already had. */
  readonly ownSession: number
}

const LONGEST_WAIT_SECONDS = 60

export function guessingSlowed({
  refusals,
  slowed,
  retryAfter,
  logIns,
  ownSession,
}: GuessingOutcome): Check[] {
  return [
    check('guessing-is-slowed', `ten refusals (401), then 429 that says how long to wait`, undefined, () => {
      const wait = Number(retryAfter)
      const holds =
        refusals.every((status) => status === 401) && slowed.status === 429 && isExplained(slowed.text)
      const isFair = Number.isInteger(wait) && wait >= 1 && wait <= LONGEST_WAIT_SECONDS
      const observed = `${refusals.length} times ${[...new Set(refusals)].join(', ')}; then ${describeAttempt(slowed)}; wait ${retryAfter ?? 'unknown'} s`
      return settle(holds && isFair, { observed })
    }),
    check(
      'nobody-else-is-slowed',
      'others sign in, and a session that was open stays open',
      undefined,
      () => {
        const told = logIns.map(({ what, status }) => `${what} signs in: ${status}`).join(', ')
        const holds = logIns.length > 0 && logIns.every(({ status }) => status === 200) && ownSession === 200
        return settle(holds, { observed: `${told}; the guessed-at account's open session: ${ownSession}` })
      },
    ),
  ]
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

export function nothingOfTheInside(attempts: readonly Attempt[]): Check {
  return check('nothing-of-the-inside-shows', 'no trace, query or path in any refusal', undefined, () => {
    const telling = attempts.filter(({ text }) => INSIDES.some((inside) => inside.test(text)))
    const observed = telling.map(describeAttempt).join('; ') || `nothing in ${attempts.length} refusals`
    const refused = attempts.every(({ status }) => status >= 400 && status < 500)
    const odd = attempts.filter(({ status }) => status < 400 || status >= 500).map(describeAttempt)
    return settle(attempts.length > 0 && telling.length === 0 && refused, {
      observed: odd.join('; ') || observed,
    })
  })
}

export function refusalsExplained(attempts: readonly Attempt[]): Check {
  return check('refusals-are-explained', 'a word on what is wrong in every refusal', undefined, () => {
    const mute = attempts.filter(({ text }) => !isExplained(text))
    const observed = mute.map(describeAttempt).join('; ') || `${attempts.length} refusals, each with a reason`
    return settle(attempts.length > 0 && mute.length === 0, { observed })
  })
}

function fastest(refusals: readonly TimedRefusal[]): number {
  return Math.min(...refusals.map(({ elapsedMs }) => elapsedMs))
}
