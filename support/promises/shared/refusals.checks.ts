import { saysWhy } from '#contract/refusal-words'
import { excerpt } from '#wire/excerpt'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import { NotSeen, type Seen } from '#expect/seen'

/** Something that was tried, and what was answered. */
export interface Attempt {
  /** What was tried, e.g. "the password is too short". */
  readonly what: string
  readonly status: number
  readonly text: string
}

/** What an attempt was answered with. @param what was tried, in words */
export function attemptOf(what: string, { status, text }: Omit<Attempt, 'what'>): Attempt {
  return { what, status, text }
}

/** Every attempt was answered with this status, and with a reason. @param control who could, at the same time */
export function allRefused(
  slug: Slug,
  status: number,
  seen: Seen<readonly Attempt[]>,
  control: string,
): Check {
  const tried = seen instanceof NotSeen ? 'what was to be tried' : seen.map(({ what }) => what).join(', ')
  return check(slug, `${tried}: refused (${status}) with a reason`, seen, (attempts) => {
    const odd = attempts.filter((attempt) => attempt.status !== status || !saysWhy(attempt.text))
    const observed = (odd.length > 0 ? odd : attempts).map(describeAttempt).join('; ') || 'nothing was tried'
    return settle(attempts.length > 0 && odd.length === 0, { observed, control })
  })
}

/** `a wrong key: 401 {"detail":…`, shortened, on one line. */
export function describeAttempt({ what, status, text }: Attempt): string {
  return `${what}: ${status} ${excerpt(text, 80)}`.trim()
}
