import { html } from 'ghtml'
import { entryOf } from '#expect/catalogue'
import type { ScenarioOutcome } from '#verdict/outcome'
import { defectsNoticedBy, type LastProof } from './last-proof.ts'
import { signOfCheck, withLinks } from './words.ts'

type CheckResult = ScenarioOutcome['checks'][number]

const WORST_FIRST = ['failed', 'not-testable', 'passed']

/** Every check of a promise, what does not hold first, and those that it never came to. */
export function checkRows({ id, checks, notReached }: ScenarioOutcome, proof: LastProof | undefined): string {
  const sorted = checks.toSorted(
    (one, other) => WORST_FIRST.indexOf(one.status) - WORST_FIRST.indexOf(other.status),
  )
  return html`<h3>What was looked at</h3>
    <div class="scroll">
      <table class="checks">
        <thead>
          <tr>
            <th scope="col">Holds</th>
            <th scope="col">Check</th>
          </tr>
        </thead>
        <tbody>
          !${sorted.map((check) => describeCheck(check, id, defectsNoticedBy(check.id, proof)))}
        </tbody>
      </table>
    </div>
    !${describeUnreached(notReached)}`
}

function describeUnreached(ids: ScenarioOutcome['notReached']): string {
  if (ids.length === 0) return ''
  return html`<h3>What was not reached</h3>
    <ul>
      !${ids.map((id) => html`<li>${entryOf(id).promise} <span class="faint">${id}</span></li>`)}
    </ul>`
}

function describeCheck(check: CheckResult, of: string, defects: readonly string[]): string {
  const { mark, tone, word } = signOfCheck(check.status)
  const told = check.status === 'not-testable' ? { why: check.reason } : factsOf(check)
  return html`<tr class="${tone}">
    <td><span role="img" aria-label="${word}">${mark}</span></td>
    <td>
      ${entryOf(check.id).promise} <span class="faint">${check.id}</span>
      <dl>
        !${Object.entries(told).map(
          ([name, text]) =>
            html`<dt>${name}</dt>
              <dd>!${describeFact(text, of)}</dd>`,
        )}
      </dl>
      !${describeDefects(defects)}
    </td>
  </tr>`
}

/** What is long is folded behind its beginning; a call that it names is one click away. @param of whose promise it is */
function describeFact(text: string, of: string): string {
  if (text.length <= LONGEST_FACT) return withLinks(text, of)
  return html`!${withLinks(`${text.slice(0, LONGEST_FACT)}…`, of)}
    <details>
      <summary class="faint">all of it</summary>
      <div class="inside">!${withLinks(text, of)}</div>
    </details>`
}

const LONGEST_FACT = 600

function factsOf(check: Exclude<CheckResult, { status: 'not-testable' }>): Record<string, string> {
  const { expected, observed, control } = check
  return { expected, observed, ...(control === undefined ? {} : { control }) }
}

function describeDefects(defects: readonly string[]): string {
  if (defects.length === 0) return ''
  return html`<details>
    <summary class="faint">How we know that this can fail: ${String(defects.length)} noticed</summary>
    <ul class="inside">
      !${defects.map((wrong) => html`<li>${wrong}</li>`)}
    </ul>
  </details>`
}
