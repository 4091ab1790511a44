import { join } from 'node:path'
import { html } from 'ghtml'
import { entryOf, type CheckId } from '#expect/catalogue'
import { excerpt } from '#wire/excerpt'
import { readLastProof, type LastProof } from './last-proof.ts'
import { framed } from './page-frame.ts'
import { writeWhole } from './whole-file.ts'

type Trial = LastProof['trials'][number]

const FILE = 'proof.html'

/** Writes `proof.html`: which check has noticed which platform, if there is a proof beside these reports. */
export function writeProofPage(reports: string): void {
  const proof = readLastProof(reports)
  if (proof) writeWhole(join(reports, FILE), describeProofPage(proof))
}

/** The last proof as a page: check by defect, and what was said of each sound platform. */
export function describeProofPage(proof: LastProof): string {
  const body = html`<header>
      <h1>Netra acceptance</h1>
      !${describeOutcome(proof)}
    </header>
    <main>!${describeTrialsOf(proof)}</main>`
  return framed('What the suite notices', body)
}

function describeTrialsOf({ checks, trials }: LastProof): string {
  const [sound, defects] = [true, false].map((isSound) =>
    trials.filter((trial) => (trial.isSound ?? false) === isSound),
  ) as [Trial[], Trial[]]
  const rows = checks.toSorted()
  const missed = defects.filter(({ noticed }) => !noticed)
  return html`<h2>Which check notices which broken platform</h2>
    !${drawMatrix(rows, defects)}
    <h2>Each check</h2>
    !${rows.map((check) => describeCheck(check, defects))}
    <h2>Sound platforms that differ</h2>
    !${describeTrials(sound, 'What was said of it')}
    <h2>Broken platforms that were not noticed</h2>
    !${describeTrials(missed, 'What was seen')}`
}

function describeOutcome({ noticed, defects, accused, sound, commit, isWhole }: LastProof): string {
  const isGood = noticed === defects && accused === 0
  return html`<div class="verdict ${isGood ? 'good' : 'bad'}">
    <strong>
      ${String(noticed)} of ${String(defects)} broken platforms noticed, ${String(accused)} of
      ${String(sound)} sound ones accused
    </strong>
    <p>Suite of commit ${commit.slice(0, 10)}${isWhole ? '' : '; only a part of all was tried'}.</p>
  </div>`
}

const [STEP_X, STEP_Y] = [2, 4]

/** Defects stand by the first check that they name: what notices them goes down from left to right. */
function drawMatrix(checks: readonly string[], defects: readonly Trial[]): string {
  const placeOf = ({ named: [first = ''] }: Trial): number => checks.indexOf(first)
  const columns = defects
    .filter(({ noticed }) => noticed)
    .toSorted((one, other) => placeOf(one) - placeOf(other))
  const [width, height] = [Math.max(1, columns.length) * STEP_X, Math.max(1, checks.length) * STEP_Y]
  const label = `${checks.length} checks by ${columns.length} broken platforms; each stands below`
  return html`<p class="faint">
      A row a check, a column a platform: strong where the check is the one that has to notice, pale where it
      went red besides. A trial ends when what has to notice has noticed.
    </p>
    <div class="picture" tabindex="0">
      <svg class="matrix" role="img" aria-label="${label}" viewBox="0 0 ${String(width)} ${String(height)}">
        !${columns.flatMap((trial, column) => marksOf(trial, column * STEP_X, checks))}
      </svg>
    </div>`
}

/** A mark for each check that went red: strong where the defect names it. */
function marksOf({ named, red }: Trial, x: number, checks: readonly string[]): string[] {
  return [...new Set([...named, ...red])].flatMap((check) => {
    const row = checks.indexOf(check)
    const kind = named.includes(check) ? 'named' : 'besides'
    return row < 0 ? [] : [html`<rect class="${kind}" x="${String(x)}" y="${String(row * STEP_Y)}" />`]
  })
}

function describeCheck(check: string, defects: readonly Trial[]): string {
  const noticed = defects.filter((trial) => trial.noticed)
  const named = noticed.filter((trial) => trial.named.includes(check))
  const besides = noticed.filter((trial) => trial.red.includes(check) && !trial.named.includes(check))
  // A proof of an earlier suite may name a check that there is no more.
  const entry = entryOf(check as CheckId) as ReturnType<typeof entryOf> | undefined
  return html`<details>
    <summary>
      <span class="title">${entry?.promise ?? ''} <span class="faint">${check}</span></span>
      <span class="faint">${String(named.length)} noticed, ${String(besides.length)} red besides</span>
    </summary>
    <p class="inside faint">Reads of the contract: ${(entry?.clauses ?? []).join(', ') || 'nothing by id'}</p>
    <ul class="inside">
      !${[...named, ...besides].map(
        ({ id, wrong }, index) =>
          html`<li class="${index < named.length ? '' : 'faint'}">
            ${wrong} <span class="faint">${id}</span>
          </li>`,
      )}
    </ul>
  </details>`
}

const LONGEST_TOLD = 240

function describeTrials(trials: readonly Trial[], told: string): string {
  if (trials.length === 0) return '<p>None.</p>'
  return html`<div class="scroll">
    <table class="checks">
      <thead>
        <tr>
          !${['As due', 'Platform', told].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        !${trials.map(describeTrial)}
      </tbody>
    </table>
  </div>`
}

function describeTrial({ id, wrong, told, noticed }: Trial): string {
  const [mark, words] = noticed ? ['✔', 'as due'] : ['✘', 'not as due']
  return html`<tr class="${noticed ? 'good' : 'bad'}">
    <td><span role="img" aria-label="${words}">${mark}</span></td>
    <td>${wrong} <span class="faint">${id}</span></td>
    <td>${excerpt(told, LONGEST_TOLD)}</td>
  </tr>`
}
