import { html } from 'ghtml'
import type { Conclusion, RunRecord } from '#verdict/conclusion'
import { judgeScenario, type ScenarioRecord } from '#verdict/lattice'
import { formatDuration } from '#waiting/duration'
import { excerpt, withoutBodies } from '#wire/excerpt'
import { signOf, whatIsBroken, withLinks } from './words.ts'

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
      (scenario) =>
        html`<li>
          <a href="#${scenario.id}">${scenario.title}</a>: ${whatIsBroken(scenario)}!${describeSeen(scenario)}
        </li>`,
    )}
  </ul>`
}

/** Who is affected, and how: what was seen, of a leak before all else. */
function describeSeen({ id, outcome }: ScenarioRecord): string {
  const failed = (outcome?.checks ?? []).flatMap((check) => (check.status === 'failed' ? [check] : []))
  const shown = failed.find(({ leak, observed }) => leak && observed.includes(' was shown '))
  const seen = shown ?? failed.find(({ leak }) => leak) ?? failed[0]
  const told = seen && excerpt(withoutBodies(seen.observed), LONGEST_SEEN)
  return told === undefined ? '' : html`<br /><span class="faint">Seen: !${withLinks(told, id)}</span>`
}

/** It is said in full where its check stands. */
const LONGEST_SEEN = 220

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
