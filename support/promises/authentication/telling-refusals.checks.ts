import { explains } from '#contract/refusal-words'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { describeAttempt, type Attempt } from '#promises/shared/refusals.checks'

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
    // That a service breaks down is another matter, and told as one.
    const telling = attempts.filter(
      ({ status, text }) => status < 400 || INSIDES.some((inside) => inside.test(text)),
    )
    const observed = telling.map(describeAttempt).join('; ') || `nothing in ${attempts.length} refusals`
    return settle(attempts.length > 0 && telling.length === 0, { observed })
  })
}

/** Every refusal says what is wrong. */
export function refusalsExplained(seen: Seen<readonly Attempt[]>): Check {
  return check('refusals-are-explained', 'a word on what is wrong in every refusal', seen, (attempts) => {
    const mute = attempts.filter(({ status, text }) => !explains(status, text))
    const observed = mute.map(describeAttempt).join('; ') || `${attempts.length} refusals, each with a reason`
    return settle(attempts.length > 0 && mute.length === 0, { observed })
  })
}
