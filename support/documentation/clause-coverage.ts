import { existsSync } from 'node:fs'
import { CLAUSES, type NumberedClause } from '#contract/clauses'
import { CHECK_IDS, entryOf, type CheckId } from '#expect/catalogue'
import type { PlantedDefect } from './defects.ts'

/** A clause with the checks that read it, and the defects by which they are shown to do so. */
export interface CoveredClause extends NumberedClause {
  readonly checks: readonly CheckId[]
  readonly defects: readonly string[]
}

/** Clauses for which something is still missing, each by its id. Both lists have to become empty. */
export interface OpenClauses {
  readonly withoutCheck: readonly string[]
  readonly withoutDefect: readonly string[]
}

/** Who reads more than this is shown to read a clause only by a defect that names it (`breaks`). */
const READ_AT_ONCE = 3

/** Every clause, in the order of the page, from its words to its proof. */
export function clauseCoverage(planted: readonly PlantedDefect[]): CoveredClause[] {
  return CLAUSES.map((each) => {
    const checks = CHECK_IDS.filter((id) => clausesOf(id).includes(each.id))
    const defects = planted.filter((defect) => checks.some((check) => proves(defect, check, each.id)))
    return { ...each, checks, defects: defects.map(({ id }) => id) }
  })
}

/** What is missing between the clauses, the checks and the defects, in a line each. */
export function coverageFaults(coverage: readonly CoveredClause[], open: OpenClauses): string[] {
  const seen = coverage.filter(({ clause }) => typeof clause === 'string')
  const lists = {
    check: seen.filter(({ checks }) => checks.length === 0).map(({ id }) => id),
    defect: seen
      .filter(({ checks, defects }) => checks.length > 0 && defects.length === 0)
      .map(({ id }) => id),
  }
  return [
    ...coverage.flatMap(unseenFaults),
    ...difference(lists.check, open.withoutCheck).map((id) => `${id} is read by no check`),
    ...difference(lists.defect, open.withoutDefect).map((id) => `${id} is broken by no planted defect`),
    ...difference(open.withoutCheck, lists.check).map((id) => stale(id, coverage, 'check')),
    ...difference(open.withoutDefect, lists.defect).map((id) => stale(id, coverage, 'defect')),
  ]
}

/** What defects name and there is not: a check, or a clause that the check which they redden reads. */
export function namingFaults(planted: readonly PlantedDefect[]): string[] {
  return planted.flatMap(({ id, reddens }) =>
    reddens.flatMap(({ check, breaks = [] }) => {
      if (!isCheck(check)) return [`${id} is to redden ${check}, which is no check`]
      const foreign = difference(breaks, clausesOf(check))
      return foreign.map((clause) => `${id} is to break ${clause}, which ${check} does not read`)
    }),
  )
}

function clausesOf(check: CheckId): readonly string[] {
  return entryOf(check).clauses ?? []
}

function proves({ reddens }: PlantedDefect, check: CheckId, clause: string): boolean {
  return reddens.some((named) => {
    if (named.check !== check) return false
    return named.breaks?.includes(clause) ?? clausesOf(check).length <= READ_AT_ONCE
  })
}

function unseenFaults({ id, clause, checks }: CoveredClause): string[] {
  if (typeof clause === 'string') return []
  const kind = 'unseen' in clause ? 'unseen' : 'an aside'
  const read = checks.map((check) => `${id} is said to be ${kind}, and ${check} reads it`)
  const isJudged = !('unseen' in clause) || existsSync(clause.judgedBy)
  return isJudged ? read : [...read, `${id} is to be judged by ${clause.judgedBy}, which does not exist`]
}

function stale(id: string, coverage: readonly CoveredClause[], what: string): string {
  const isThere = coverage.some((each) => each.id === id)
  return isThere
    ? `${id} is listed as open and lacks no ${what}: take it off clauses-open.json`
    : `${id} is listed as open and is no clause`
}

function isCheck(id: string): id is CheckId {
  return (CHECK_IDS as string[]).includes(id)
}

function difference(some: readonly string[], others: readonly string[]): string[] {
  return some.filter((each) => !others.includes(each))
}
