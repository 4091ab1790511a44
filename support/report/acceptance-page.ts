import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { html } from 'ghtml'
import type { Conclusion, FeatureRecord, RunRecord } from '#verdict/conclusion'
import { judgeScenario } from '#verdict/lattice'
import { describeWhatChanged } from './changes.ts'
import { readLastProof } from './last-proof.ts'
import { describeKnownFailures } from './listed-failures.ts'
import { addUp, standingOf, type Standing } from './money.ts'
import { framed } from './page-frame.ts'
import { describeFacts, describeVerdict } from './page-head.ts'
import { describePromise, type PageSetting } from './promise-section.ts'
import { describeDeviations, describeProof, describeUntested } from './run-sections.ts'
import { wireAsJson } from './wire-data.ts'
import { writeWhole } from './whole-file.ts'

/** Writes `acceptance.html`: the run for who owns the product, in one file that needs nothing else. */
export function writeAcceptancePage(reports: string, record: RunRecord, conclusion: Conclusion): void {
  const setting = { reports, proof: readLastProof(reports) }
  writeWhole(join(reports, 'acceptance.html'), describePage(record, conclusion, setting))
}

const CONDUCT = ['wire.js', 'conduct.js']
  .map((name) => readFileSync(join(__dirname, 'page', name), 'utf8'))
  .join('\n')

/** In bytes: it can be sent by mail, and opens at once. */
const LARGEST_PAGE = 2_900_000

/** The page as a text; what passed on the wire takes the room that all else leaves. */
export function describePage(record: RunRecord, conclusion: Conclusion, setting: PageSetting): string {
  const page = describeWithout(record, conclusion, setting)
  const room = Math.max(0, LARGEST_PAGE - Buffer.byteLength(page))
  // The last one is ours, whatever a platform has said before.
  const at = page.lastIndexOf(WIRE)
  const wire = wireAsJson(record.scenarios, setting.reports, room)
  return `${page.slice(0, at)}${wire}${page.slice(at + WIRE.length)}`
}

const WIRE = '[[what passed on the wire]]'
const SCRIPTS = html`<script type="application/json" id="wire">
    !${WIRE}
  </script>
  <script>
    !${CONDUCT}
  </script>`

function describeWithout(record: RunRecord, conclusion: Conclusion, setting: PageSetting): string {
  const body = html`<header>
      <h1>Netra acceptance</h1>
      !${describeVerdict(conclusion, record)} !${describeFacts(record)}
    </header>
    <main>!${describeBody(record, setting)}</main>
    !${FOOTER} !${SCRIPTS}`
  return framed(conclusion.sentence.split(':')[0] ?? '', body)
}

function describeBody(record: RunRecord, setting: PageSetting): string {
  const { features, scenarios } = record
  const met = features.filter(({ uri }) => scenarios.some(({ feature }) => feature === uri))
  return html`<section aria-label="What this protects">!${describeMoney(record)}</section>
    !${describeWhatChanged(record)} !${met.length > 0 ? TOOLS : ''}
    !${met.map((feature) => describeFeature(feature, record, setting))} !${describeKnownFailures(record)}
    !${describeDeviations(record)} !${describeUntested(record)} !${describeProof(setting.proof)}`
}

const TOOLS = html`<div class="tools" role="group" aria-label="Which promises are shown">
  <button type="button" data-show="all" aria-pressed="true">All promises</button>
  <button type="button" data-show="open" aria-pressed="false">Not kept</button>
  <button type="button" data-fold="out">Unfold all</button>
  <button type="button" data-fold="in">Fold all</button>
</div>`

const FOOTER = html`<footer>
  <h2>Beside this page</h2>
  <p>
    <a href="cucumber.html">cucumber.html</a>, <a href="verdict.json">verdict.json</a>,
    <a href="summary.md">summary.md</a>, <a href="junit.xml">junit.xml</a>, and the evidence of each promise
  </p>
</footer>`

const STANDINGS: readonly (readonly [Standing, string, string])[] = [
  ['at risk', 'bad', 'a promise that protects it is broken'],
  ['not proven', 'note', 'not every promise that protects it was part of this run, or could be tested'],
  ['protected', 'good', 'every promise that protects it was kept'],
]

function describeMoney(record: RunRecord): string {
  const tiles = STANDINGS.flatMap(([standing, tone, why]) => {
    const features = record.features.filter((feature) => standingOf(feature, record) === standing)
    const amounts = addUp(features.flatMap(({ protects }) => protects ?? []))
    if (amounts.length === 0) return []
    return html`<li class="${tone}">
      ${standing[0]?.toUpperCase() ?? ''}${standing.slice(1)}
      !${amounts.map((amount) => html`<b class="${amount.startsWith('$') ? 'sum' : ''}">${amount}</b>`)}
      <span class="faint">${features.map(({ name }) => name).join(', ')}: ${why}</span>
    </li>`
  })
  return html`<ul class="money">
    !${tiles}
  </ul>`
}

function describeFeature(feature: FeatureRecord, record: RunRecord, setting: PageSetting): string {
  const scenarios = record.scenarios
    .filter(({ feature: uri }) => uri === feature.uri)
    .toSorted((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }))
  const kept = scenarios.filter((scenario) => judgeScenario(scenario).verdict === 'passed').length
  const protects = feature.protects === undefined ? '' : ` · protects ${feature.protects}`
  return html`<section>
    <h2>${feature.name}</h2>
    <p class="faint">${String(kept)} of ${String(scenarios.length)} promises kept${protects}</p>
    !${scenarios.map((scenario) => describePromise(scenario, setting))}
  </section>`
}
