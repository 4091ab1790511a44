import { wordsOfClause } from '#contract/clauses'
import type { ContractClause } from '#contract/clauses/clause'
import { clauseCoverage, type CoveredClause } from './clause-coverage.ts'
import { contractSections } from './contract-page.ts'
import type { PlantedDefect } from './defects.ts'
import { code, table, WRITTEN } from './markdown.ts'

/** `docs/contract-coverage.md`: from each clause of the contract to the checks that read it and their proof. */
export function coveragePage(defects: readonly PlantedDefect[]): string {
  const coverage = clauseCoverage(defects)
  return [
    ...['# From clause to proof', '', WRITTEN, ''],
    ...introduction(coverage),
    ...[...contractSections()].flatMap(([number, { title, anchor }]) => [
      ...['', `## [${number}. ${title}](platform-contract.md${anchor})`, ''],
      table(
        ['Clause', 'Words', 'Read by', 'Broken by'],
        coverage.filter(({ section }) => section === number).map(row),
      ),
    ]),
    '',
  ].join('\n')
}

function introduction(coverage: readonly CoveredClause[]): string[] {
  const count = (isOne: (clause: ContractClause) => boolean): number =>
    coverage.filter(({ clause }) => isOne(clause)).length
  const seen = count((clause) => typeof clause === 'string')
  const unseen = count((clause) => typeof clause !== 'string' && 'unseen' in clause)
  return [
    `The [contract](platform-contract.md) has ${coverage.length} clauses: ${seen} that a caller can see kept or broken, ${unseen} that only a test of`,
    `the local stack can judge, and ${coverage.length - seen - unseen} asides. A clause is read by the checks that go red when it is broken, and that`,
    'they do is shown by the planted defects beside it. A check that reads more than three clauses is shown to read one',
    'only by a defect that names it.',
  ]
}

function row({ id, clause, checks, defects }: CoveredClause): string[] {
  return [code(id), wordsOfClause(clause), readers(clause, checks), defects.map(code).join(', ')]
}

function readers(clause: ContractClause, checks: readonly string[]): string {
  if (typeof clause === 'string') return checks.map(code).join(', ')
  if ('aside' in clause) return `an aside: ${clause.aside}`
  return `[${clause.judgedBy}](../${clause.judgedBy}): ${clause.unseen}`
}
