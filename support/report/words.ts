import { html } from 'ghtml'
import { entryOf } from '#expect/catalogue'
import { judgeScenario, type ScenarioRecord, type Verdict } from '#verdict/lattice'

/** How something is told to a reader: a word, a sign and a tone, of which each says it alone. */
export interface Sign {
  readonly word: string
  readonly mark: string
  readonly tone: 'good' | 'bad' | 'note'
}

const SIGNS: Readonly<Record<Verdict, Sign>> = {
  passed: { word: 'Kept', mark: '✔', tone: 'good' },
  'passed-with-deviations': { word: 'Kept', mark: '✔', tone: 'good' },
  failed: { word: 'Broken', mark: '✘', tone: 'bad' },
  'isolation-violated': { word: 'Data leaked', mark: '✘', tone: 'bad' },
  'harness-error': { word: 'Not judged', mark: '–', tone: 'note' },
  'target-unhealthy': { word: 'Not reached', mark: '–', tone: 'note' },
  'not-testable': { word: 'Not testable', mark: '–', tone: 'note' },
  'known-failure': { word: 'Known failure', mark: '✘', tone: 'note' },
  degraded: { word: 'Degraded', mark: '–', tone: 'note' },
}

/** What became of a promise. */
export function signOf(verdict: Verdict): Sign {
  return SIGNS[verdict]
}

/** What is broken of a promise, in the words of what was promised; else why it is not kept; empty when it is. */
export function whatIsBroken(scenario: ScenarioRecord): string {
  const failed = (scenario.outcome?.checks ?? []).filter(
    ({ id, status }) => status === 'failed' && !entryOf(id).ofTheRun,
  )
  const { verdict, reason } = judgeScenario(scenario)
  if (failed.length === 0) return reason
  const known = verdict === 'known-failure' ? `. ${reason}` : ''
  const promises = [...new Set(failed.map(({ id }) => entryOf(id).promise))]
  const more = promises.length > MOST_TOLD + 1 ? promises.splice(MOST_TOLD) : []
  const rest = more.length > 0 ? ` · and ${more.length} more` : ''
  return `Not kept: ${promises.map((promise) => `“${promise}”`).join(' · ')}${rest}${known}`
}

/** All of them stand below, each with what was seen. */
const MOST_TOLD = 4

/** What became of a step. */
export function signOfStep(status: ScenarioRecord['status']): Sign {
  if (status === 'PASSED') return { word: 'taken', mark: '✔', tone: 'good' }
  if (status === 'FAILED') return { word: 'broken', mark: '✘', tone: 'bad' }
  return { word: 'not taken', mark: '–', tone: 'note' }
}

/** What became of a check. */
export function signOfCheck(status: 'passed' | 'failed' | 'not-testable'): Sign {
  if (status === 'passed') return { word: 'holds', mark: '✔', tone: 'good' }
  if (status === 'failed') return { word: 'does not hold', mark: '✘', tone: 'bad' }
  return { word: 'not testable', mark: '–', tone: 'note' }
}

/** A text for the page, in which a call that it names is one click away. @param of the id of the promise that it is about */
export function withLinks(text: string, of: string): string {
  return html`${text}`.replace(
    /\bexchange (\d+)/g,
    (words, number: string) => html`<a href="#${of}" data-exchange="${number}">${words}</a>`,
  )
}
