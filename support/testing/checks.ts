import { CHECK_IDS } from '#expect/catalogue'
import { make, type Check, type CheckResult } from '#expect/check'

/** What comes of a check, in whichever scenario has it made. */
export function resultOf(check: Check): CheckResult {
  const id = CHECK_IDS.find((candidate) => candidate.endsWith(`.${check.slug}`))
  if (!id) throw new Error(`no scenario has ${check.slug} checked`)
  return make(check, id)
}

/** Which of these checks do not hold, by their slugs, and what they have seen. */
export function brokenIn(...checks: readonly Check[]): Record<string, string> {
  const results = checks.map((each) => ({ slug: each.slug, result: resultOf(each) }))
  return Object.fromEntries(
    results.flatMap(({ slug, result }) => (result.status === 'failed' ? [[slug, result.observed]] : [])),
  )
}

/** Whether a check says that somebody was shown, or could change, what is another's. */
export function isLeak(check: Check): boolean {
  const result = resultOf(check)
  return result.status === 'failed' && result.leak === true
}
