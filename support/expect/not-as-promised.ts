import { AccountableError } from '#errors/accountable'
import { entryOf } from './catalogue.ts'
import type { FailedCheck } from './check.ts'

/** One or more promises do not hold. The message says of each: expected, observed, control, hint. */
export class NotAsPromised extends AccountableError {
  readonly blames = 'target'
  readonly code = 'NOT_AS_PROMISED'
  readonly failed: readonly FailedCheck[]

  constructor(failed: readonly FailedCheck[]) {
    super(failed.map(describeFailure).join('\n\n'))
    this.failed = failed
    // The step is named by Cucumber, and where in the suite this was thrown helps nobody.
    this.stack = `${this.name}: ${this.message}`
  }

  /**
   * Cucumber looks for places in every stack with patterns that take forever on a long line full of quotes.
   * They begin with this property; where that fails, the stack is told as it is.
   */
  get stacktrace(): never {
    throw new Error('there are no places in this stack')
  }
}

function describeFailure({ id, expected, observed, control, hint }: FailedCheck): string {
  const rows = { expected, observed, control, hint }
  const lines = Object.entries(rows).flatMap(([name, text]) => (text ? [`  ${name.padEnd(9)} ${text}`] : []))
  return [`${entryOf(id).promise} (${id})`, ...lines].join('\n')
}
