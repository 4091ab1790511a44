import { html } from 'ghtml'
import { CHECK_IDS, entryOf } from '#expect/catalogue'
import type { RunRecord } from '#verdict/conclusion'
import { formatDuration } from '#waiting/duration'

/** What is said where there is a history, and nobody can read it. */
const UNREADABLE =
  'history.json is not as this suite writes it: what has changed is not told, and it is left as it is; remove it to begin anew'

/** What has changed since the last run on this target, a line each; none where there was no such run. */
export function tellChanges({ changes, scenarios }: Pick<RunRecord, 'changes' | 'scenarios'>): string[] {
  if (changes === undefined) return []
  if (changes === 'unreadable') return [UNREADABLE]
  const { newlyRed, mended, slower } = changes
  const lines = [
    ...newlyRed.map((id) => `newly red: ${tellCheck(id)}`),
    ...mended.map((id) => `mended: ${tellCheck(id)}`),
    ...slower.map(({ id, before, now }) => {
      const title = scenarios.find((scenario) => scenario.id === id)?.title ?? ''
      return `slower: ${title} (${id}), ${formatDuration(now)} in place of ${formatDuration(before)}`
    }),
  ]
  return lines.length > 0 ? lines : ['nothing is newly red, mended or slower']
}

/** `since the run of 2026-11-29 12:00 UTC (r1)`; empty where there was none that can be read. */
export function tellSince({ changes }: Pick<RunRecord, 'changes'>): string {
  if (changes === undefined || changes === 'unreadable') return ''
  const { id, started_at: at } = changes.since
  return `since the run of ${at.slice(0, 16).replace('T', ' ')} UTC (${id})`
}

/** The same on the page. */
export function describeWhatChanged(record: RunRecord): string {
  const lines = tellChanges(record)
  if (lines.length === 0) return ''
  return html`<section>
    <h2>What has changed</h2>
    <p class="faint">${tellSince(record)}</p>
    <ul>
      !${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`
}

/** `The promise in words (AUTH-3.its-id)`; a scenario, or a watch in it, is told by its id alone. */
function tellCheck(id: string): string {
  const known = CHECK_IDS.find((check) => id === check || id.endsWith(`: ${check}`))
  return known ? `${entryOf(known).promise} (${id})` : id
}
