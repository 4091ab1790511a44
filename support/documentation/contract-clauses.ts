import { CLAUSES, wordsOfClause } from '#contract/clauses'
import { contractSections } from './contract-page.ts'

/** A clause by its id, as it is to stand in a section of the page. */
export interface ClauseText {
  readonly id: string
  readonly section: number
  readonly words: string
}

/** What joins two clauses, and belongs to neither. */
const JOINT = /\b(?:and|or)\b|[^\p{L}\p{N}]/gu
const ENDS = /^[\s.,;:]+|[\s.,;:]+$/g
/** So many clauses further on are looked for, to tell one that is gone from one that stands later. */
const LOOKED_AHEAD = 5

/** Every clause of the contract. */
export function clauseTexts(): ClauseText[] {
  return CLAUSES.map(({ id, section, clause }) => ({ id, section, words: wordsOfClause(clause) }))
}

/** Where the page and the clauses differ, in a line each: together they have to be the same words. */
export function pageFaults(clauses: readonly ClauseText[], page?: string): string[] {
  const ids = clauses.map(({ id }) => id)
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is the id of two clauses`),
    ...clauses.filter(({ words }) => words.trim() === '').map(({ id }) => `${id} has no words`),
    ...[...contractSections(page)].flatMap(([number, { words: said }]) =>
      sectionFaults(
        number,
        said,
        clauses.filter(({ section, words }) => section === number && words.trim() !== ''),
      ),
    ),
  ]
}

/** Goes through a section from clause to clause. What it passes over belongs to none. */
function sectionFaults(number: number, said: string, clauses: readonly ClauseText[]): string[] {
  const faults: string[] = []
  let rest = said
  let gone: ClauseText[] = []
  const pass = (text: string): void => {
    const extra = text.replace(JOINT, '') === '' ? undefined : text.replace(ENDS, '')
    faults.push(...faultOf(number, extra, gone))
    gone = []
  }
  for (const [index, clause] of clauses.entries()) {
    const at = rest.indexOf(clause.words)
    if (at === -1 || isPassedOver(rest.slice(0, at), clauses.slice(index + 1))) gone.push(clause)
    else {
      pass(rest.slice(0, at))
      rest = rest.slice(at + clause.words.length)
    }
  }
  pass(rest)
  return faults
}

/** Whether what comes next already stands in what would be passed over. */
function isPassedOver(text: string, next: readonly ClauseText[]): boolean {
  return next.slice(0, LOOKED_AHEAD).some(({ words }) => text.includes(words))
}

function faultOf(number: number, extra: string | undefined, gone: readonly ClauseText[]): string[] {
  const lost = gone.map(({ id, words }) => `${id} ("${words}")`).join(', ')
  if (extra === undefined) return lost ? [`section ${number} of the contract does not say ${lost}`] : []
  const besides = lost ? `, and not ${lost}` : ', which belongs to no clause'
  return [`section ${number} of the contract says "${extra}"${besides}`]
}
