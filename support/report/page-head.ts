import { html } from 'ghtml'
import type { Conclusion, RunRecord } from '#verdict/conclusion'
import { judgeScenario, type ScenarioRecord } from '#verdict/lattice'
import { formatDuration } from '#waiting/duration'
import { signOf, whatIsBroken } from './words.ts'

/** What is broken is said in the words of the promises; what was seen of it stands with each. */
export function describeVerdict({ verdict, sentence }: Conclusion, { scenarios }: RunRecord): string {
  const [headline = '', ...rest] = sentence.split(': ')
  const broken = scenarios.filter(isBroken)
  const told = rest.join(': ')
  return html`<div class="verdict ${signOf(verdict).tone}">
    <strong>${headline}</strong>
    <p>${broken.length > 0 ? told.replace(/; .*/s, '') : told}</p>
    !${broken.length > 0 ? describeBroken(broken) : ''}
  </div>`
}

function isBroken(scenario: ScenarioRecord): boolean {
  const { verdict: own } = judgeScenario(scenario)
  return own === 'known-failure' || signOf(own).tone === 'bad'
}

function describeBroken(scenarios: RunRecord['scenarios']): string {
  return html`<ul>
    !${scenarios.map(
      (scenario) => html`<li><a href="#${scenario.id}">${scenario.title}</a>. ${whatIsBroken(scenario)}</li>`,
    )}
  </ul>`
}

/** Of what the run was, when, and how long it took. */
export function describeFacts({ kind, health, startedAt, figures, context }: RunRecord): string {
  const versions = health?.services.map(
    ({ service, version, address }) => `${service} ${version ?? '?'} at ${address}`,
  )
  const facts = {
    target: kind === 'local' ? 'the local stack' : kind,
    version: versions?.join(', ') ?? 'unknown',
    when: `${startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    took: formatDuration(figures.scenarios),
    run: context.id,
  }
  return html`<dl class="facts">
    !${Object.entries(facts).map(
      ([name, text]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`
}
