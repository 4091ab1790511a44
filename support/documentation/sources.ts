import { CLAUSES, type ClauseId } from '#contract/clauses'
import { contractSections } from './contract-page.ts'

/** Turns a clause into a link to its section on the page that shows who reads it. */
export function clauseLinks(): (id: ClauseId) => string {
  const sections = contractSections()
  return (id) => {
    const section = CLAUSES.find((each) => each.id === id)?.section ?? 0
    return `[${id}](contract-coverage.md${sections.get(section)?.anchor ?? ''})`
  }
}

/** Turns the source of a check into a link, or leaves it as it is where there is no address. */
export function linkOfSource(source: string): string {
  const [, rfc, section] = /^RFC (\d+) §(.+)$/.exec(source) ?? []
  return rfc === undefined
    ? source
    : `[${source}](https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section})`
}
