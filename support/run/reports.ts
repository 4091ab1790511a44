import { writeAcceptancePage } from '#report/acceptance-page'
import { keepForLater } from '#report/history-file'
import { writeAttestation } from '#report/attestation'
import { writeJunit } from '#report/junit'
import { writeManifest } from '#report/evidence-manifest'
import { writeProofPage } from '#report/proof-page'
import { writeSummary } from '#report/summary'
import { writeVerdictFile } from '#report/verdict-file'
import { atFault, type Conclusion, type RunRecord } from '#verdict/conclusion'
import { unwritable } from './reports-claim.ts'
import { keepShard } from './shards.ts'
import { readWords } from './words.ts'

/**
 * Writes every report of ours. Synchronous, so that it can also be the last thing done.
 *
 * @returns what is to be said now: that something cannot be written has to be said all the louder
 */
export function writeReports(reports: string, record: RunRecord, conclusion: Conclusion): Conclusion {
  try {
    writeVerdictFile(reports, record, conclusion)
    writeManifest(reports, record)
    writeAttestation(reports, record, conclusion)
    writeSummary(reports, record, conclusion)
    writeJunit(reports, record, conclusion)
    writeAcceptancePage(reports, record, conclusion)
    writeProofPage(reports)
    keepForLater(record)
    keepShard(record, readWords(process.argv.slice(2)))
    return conclusion
  } catch (error) {
    return atFault(`${unwritable(reports, error).message}; it was ${conclusion.sentence}`)
  }
}
