import { html } from 'ghtml'
import { describeDeviation } from '#contract/deviation'
import { deviationsOf, type RunRecord } from '#verdict/conclusion'
import type { LastProof } from './last-proof.ts'

/** In what the target is not as the contract has it. */
export function describeDeviations(record: RunRecord): string {
  const deviations = deviationsOf(record)
  if (deviations.length === 0) return ''
  const told = deviations.map(
    (one) =>
      html`<li>${one.weight === 'breaks' ? 'Broken: ' : 'Only different: '}${describeDeviation(one)}</li>`,
  )
  return html`<section>
    <h2>Not as the contract has it</h2>
    <ul>
      !${told}
    </ul>
  </section>`
}

/** What nobody can say anything of, and why. */
export function describeUntested({ scenarios, planned, strayErrors, refusal }: RunRecord): string {
  const reasons = reasonsIn(scenarios)
  const left = scenarios.flatMap(({ id, outcome }) =>
    (outcome?.leftBehind ?? []).map((what) => `left behind by ${id}: ${what}`),
  )
  const missing = planned - scenarios.length
  const lines = [
    ...(refusal ? [refusal.reason] : []),
    ...(missing > 0 ? [`${missing} promises were never begun`] : []),
    ...[...reasons].map(([reason, count]) => `${count} ${count === 1 ? 'check' : 'checks'}: ${reason}`),
    ...strayErrors.map((error) => `an error came too late for its scenario: ${error}`),
    ...left,
  ]
  if (lines.length === 0) return ''
  return html`<section>
    <h2>What was not tested, and why</h2>
    <ul>
      !${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`
}

/** Why checks could not be made, and how many for each reason. */
function reasonsIn(scenarios: RunRecord['scenarios']): Map<string, number> {
  const reasons = new Map<string, number>()
  for (const check of scenarios.flatMap(({ outcome }) => outcome?.checks ?? []))
    if (check.status === 'not-testable') reasons.set(check.reason, (reasons.get(check.reason) ?? 0) + 1)
  return reasons
}

/** What the last proof has shown of the suite itself. */
export function describeProof(proof: LastProof | undefined): string {
  const told = proof
    ? `In the last proof ${proof.noticed} of ${proof.defects} platforms that were broken on purpose were noticed, and ${proof.accused} of ${proof.sound} sound ones that differ were accused (commit ${proof.commit.slice(0, 10)}${proof.isWhole ? '' : ', in part'}). Each check says what it has noticed.`
    : 'There is no proof beside these reports: npm run prove breaks the platform in every planned way, and shows for each check what it notices.'
  return html`<section>
    <h2>How we know that this can fail</h2>
    <p>${told} !${proof ? '<a href="proof.html">Which check has noticed which platform</a>' : ''}</p>
  </section>`
}
