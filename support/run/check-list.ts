import type { CheckResult } from '#expect/check'
import { entryOf } from '#expect/catalogue'

const SIGNS = { passed: '✔', failed: '✘', 'not-testable': '–' } as const

/** The checks of a scenario as a reader of the report sees them: what was promised, and what was seen. */
export function describeChecks(results: readonly CheckResult[]): string {
  return results
    .map((result) => {
      const { status, id } = result
      const told = status === 'not-testable' ? result.reason : result.observed
      return `${SIGNS[status]} ${entryOf(id).promise} (${id})\n    ${told}`
    })
    .join('\n')
}
