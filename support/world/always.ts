import { check, settle, type Check } from '#expect/check'
import type { CheckId } from '#expect/catalogue'
import type { Finding } from '#monitors/finding'
import { findForeign } from '#monitors/isolation'
import type { Scenario } from './scenario.ts'

/** The checks that every scenario ends with, whatever it is about. */
export function alwaysChecks(scenario: Scenario, lateErrors: readonly string[]): Check[] {
  const { history, belongings, secrets, contract, faults, stories, wire } = scenario
  const late = lateErrors.map((text) => ({ text: `failed after its step had ended: ${text}` }))
  const left = wire.stillOpen().map((what) => ({ text: `${what} is still open` }))
  return [
    check('ALWAYS.nothing-foreign-shows', 'nobody is shown anything of another person', () => {
      const { findings, texts, own } = findForeign(history, belongings)
      const control = `own things were found ${own} times in ${texts} texts`
      // A search that finds nobody's own things would find no foreign ones either.
      return settle(findings.length === 0 && own > 0, { observed: sum(findings), control })
    }),
    noneOf('ALWAYS.no-secret-shows', 'no secret in any answer', () => secrets.findIn(history)),
    noneOf('ALWAYS.runs-keep-the-order', 'every run in order, once', () => stories.findings),
    noneOf('ALWAYS.answers-keep-the-contract', 'every answer as promised', () => contract.findings),
    noneOf('ALWAYS.no-unclaimed-fault', 'no fault but those that were asked for', () => faults.findings),
    noneOf('ALWAYS.nothing-left-open', 'no connection, request or error left', () => [...late, ...left]),
  ]
}

function noneOf(id: CheckId, expected: string, find: () => readonly Finding[]): Check {
  return check(id, expected, () => {
    const findings = find()
    return settle(findings.length === 0, { observed: sum(findings) })
  })
}

function sum(findings: readonly Finding[]): string {
  const [first, ...more] = findings
  if (!first) return 'none'
  return more.length === 0 ? first.text : `${first.text} (and ${more.length} more like it)`
}
