import { join } from 'node:path'
import type { CheckId } from '../defect.ts'
import { ROOT, type RunOutcome } from '../suite.ts'

/** What a check says that has been neutralised. */
export const NEUTRAL = 'neutralised: it holds, whatever was seen'

/**
 * Support code, to be loaded besides the suite's own, by which one check always holds: it is made and counted as ever,
 * and whatever it finds is forgotten.
 *
 * @returns CommonJS
 */
export function neutralise(check: CheckId): string {
  return `
const { Checks } = require(${JSON.stringify(join(ROOT, 'support/expect/checks.ts'))})
const { NotAsPromised } = require(${JSON.stringify(join(ROOT, 'support/expect/not-as-promised.ts'))})
const isOther = ({ id }) => id !== ${JSON.stringify(check)}
const { judge, always } = Checks.prototype

function forget(results) {
  for (const result of results)
    if (!isOther(result)) {
      for (const name of ['hint', 'unseen', 'leak', 'reason']) delete result[name]
      Object.assign(result, { status: 'passed', observed: ${JSON.stringify(NEUTRAL)} })
    }
}

Checks.prototype.judge = function (...checks) {
  try {
    judge.apply(this, checks)
  } catch (error) {
    if (!(error instanceof NotAsPromised)) throw error
    const failed = error.failed.filter(isOther)
    if (failed.length > 0) throw new NotAsPromised(failed)
  } finally {
    forget(this.results)
  }
}

Checks.prototype.always = function (...checks) {
  const failed = always.apply(this, checks).filter(isOther)
  forget(this.results)
  return failed
}
`
}

/** Whether the check was made in this run, and held for no other reason than that it was made to. */
export function wasNeutral(check: CheckId, { scenarios }: RunOutcome): boolean {
  const made = scenarios.flatMap(({ checks }) => checks.filter(({ id }) => id === check))
  return made.length > 0 && made.every(({ status, observed }) => status === 'passed' && observed === NEUTRAL)
}
