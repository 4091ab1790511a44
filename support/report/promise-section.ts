import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { html } from 'ghtml'
import { judgeScenario, type ScenarioRecord } from '#verdict/lattice'
import { formatDuration } from '#waiting/duration'
import { checkRows } from './check-section.ts'
import type { LastProof } from './last-proof.ts'
import { signOf, signOfStep, whatIsBroken } from './words.ts'
import { budgetOf } from './time-budget.ts'

/** What the promises of one scenario are told with. */
export interface PageSetting {
  /** The folder of the reports. */
  readonly reports: string
  readonly proof: LastProof | undefined
}

/** One promise: what became of it, and, unfolded, by which steps, checks and pictures. */
export function describePromise(scenario: ScenarioRecord, setting: PageSetting): string {
  const { verdict } = judgeScenario(scenario)
  const reason = whatIsBroken(scenario)
  const { word, mark, tone } = signOf(verdict)
  const isKept = tone === 'good'
  const why = reason === '' ? '' : html`<span class="why">${reason}</span>`
  return html`<details
    class="promise ${tone}"
    id="${scenario.id}"
    data-kept="${isKept ? 'yes' : 'no'}"
    ${isKept ? '' : 'open'}
  >
    <summary>
      <span class="state" data-mark="${mark}">${word}</span>
      <span class="title">${scenario.title} <span class="faint">${scenario.id}</span></span>
      <span class="time">${describeTime(scenario)}</span> !${why}
    </summary>
    <div class="inside">!${describeInside(scenario, setting)}</div>
  </details>`
}

function describeInside(scenario: ScenarioRecord, setting: PageSetting): string {
  const { steps, outcome } = scenario
  return html`<h3>As it is written</h3>
    <ol class="steps">
      !${steps.map(({ text, status }) => describeStep(text, status))}
    </ol>
    !${outcome ? checkRows(outcome, setting.proof) : ''} !${describeEvidence(scenario, setting)}`
}

function describeStep(text: string, status: ScenarioRecord['status']): string {
  const { word, mark, tone } = signOfStep(status)
  return html`<li class="${tone}" data-mark="${mark}">
    ${text} !${tone === 'good' ? '' : html`<em>(${word})</em>`}
  </li>`
}

function describeTime({ id, duration }: ScenarioRecord): string {
  const budget = budgetOf(id)
  return `${formatDuration(duration)}${budget ? ` of at most ${formatDuration(budget)}` : ''}`
}

/** More, and larger ones, are one click away: the page stays small with any number of people. */
const [MOST_SHOWN, LARGEST_SHOWN] = [12, 150_000]

/** What passed on the wire, and the pictures, stand in the page; what they were made from is one click away. */
function describeEvidence({ outcome }: ScenarioRecord, { reports }: PageSetting): string {
  const folder = outcome?.evidence ?? ''
  if (!outcome || folder === '' || !existsSync(join(reports, folder))) return ''
  return html`<details class="wire" data-promise="${outcome.id}">
      <summary>
        <span class="title"
          >On the wire: ${String(outcome.exchanges)} calls, ${String(outcome.frames)} live messages, on one
          clock</span
        >
      </summary>
      <div class="inside"></div>
    </details>
    <details>
      <summary><span class="title">Pictures and files</span></summary>
      <div class="inside">!${describeFiles(folder, join(reports, folder))}</div>
    </details>`
}

function describeFiles(folder: string, path: string): string {
  const files = readdirSync(path).toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  const isPicture = (name: string): boolean =>
    name.endsWith('.svg') && statSync(join(path, name)).size <= LARGEST_SHOWN
  const shown = files.filter(isPicture).slice(0, MOST_SHOWN)
  const links = files.filter((name) => !shown.includes(name))
  const pictures = shown.map(
    (name) => html`<div class="picture" tabindex="0">!${readFileSync(join(path, name), 'utf8')}</div>`,
  )
  return html`<p>!${links.map((name) => html`<a href="${folder}/${name}">${name}</a> `)}</p>
    !${pictures}`
}
