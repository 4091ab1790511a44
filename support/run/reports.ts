import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeAcceptancePage } from '#report/acceptance-page'
import { keepForLater } from '#report/history-file'
import { writeJunit } from '#report/junit'
import { writeSummary } from '#report/summary'
import { writeVerdictFile } from '#report/verdict-file'
import type { Conclusion, RunRecord } from '#verdict/conclusion'

const REPORTS =
  'acceptance.html verdict.json summary.md evidence cucumber.html junit.xml messages.ndjson shard.json'.split(
    ' ',
  )

/**
 * Removes what an earlier run has left: it must not be taken for this one's, should it not come to its own. What is
 * kept of all of them, `history.json`, stays.
 */
export function removeReports(reports: string): void {
  for (const name of REPORTS) rmSync(join(reports, name), { recursive: true, force: true })
}

/** Writes every report of ours. Synchronous, so that it can also be the last thing done. */
export function writeReports(reports: string, record: RunRecord, conclusion: Conclusion): void {
  writeVerdictFile(reports, record, conclusion)
  writeSummary(reports, record, conclusion)
  writeJunit(reports, record, conclusion)
  writeAcceptancePage(reports, record, conclusion)
  keepForLater(record)
}
