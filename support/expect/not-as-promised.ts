import { entryOf } from './catalogue.ts'
import type { FailedCheck } from './check.ts'

/** One or more promises do not hold. The message says of each: expected, observed, control, hint. */
export class NotAsPromised extends Error {
  readonly code = 'NOT_AS_PROMISED'
  readonly failed: readonly FailedCheck[]

  constructor(failed: readonly FailedCheck[]) {
    super(failed.map(describe).join('\n\n'))
    this.name = 'NotAsPromised'
    this.failed = failed
    // The step is named by Cucumber, and where in the suite this was thrown helps nobody.
    this.stack = `${this.name}: ${this.message}`
  }
}

function describe({ id, expected, observed, control, hint }: FailedCheck): string {
  const rows = { expected, observed, control, hint }
  const lines = Object.entries(rows).flatMap(([name, text]) => (text ? [`  ${name.padEnd(9)} ${text}`] : []))
  return [`${entryOf(id).promise} (${id})`, ...lines].join('\n')
}
