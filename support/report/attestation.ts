import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { judgeScenario } from '#verdict/lattice'
import type { Conclusion, RunRecord } from '#verdict/conclusion'
import { describeManifest } from './evidence-manifest.ts'
import { writeWhole } from './whole-file.ts'

/** Writes `attestation.json`: what was tested and what came of it, for who signs and verifies supply chains. */
export function writeAttestation(reports: string, record: RunRecord, conclusion: Conclusion): void {
  const text = `${JSON.stringify(describeAttestation(record, conclusion), undefined, 2)}\n`
  writeWhole(join(reports, 'attestation.json'), text)
}

const STATEMENT = 'https://in-toto.io/Statement/v1'
const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'

/**
 * An in-toto statement of a test result, unsigned. Its subject is the evidence, by the digest of its manifest; its
 * configuration are the features.
 */
export function describeAttestation(record: RunRecord, { exitCode }: Conclusion): object {
  const judged = record.scenarios.map((scenario) => ({ ...scenario, ...judgeScenario(scenario) }))
  const idsOf = (...verdicts: readonly string[]): string[] =>
    judged.filter(({ verdict }) => verdicts.includes(verdict)).map(({ id }) => id)
  const passedTests = idsOf('passed', 'passed-with-deviations')
  const failedTests = idsOf('failed', 'isolation-violated')
  const known = [...passedTests, ...failedTests]
  const warnedTests = judged.filter(({ id }) => !known.includes(id)).map(({ id }) => id)
  return {
    _type: STATEMENT,
    subject: [{ name: 'evidence/manifest.json', digest: { sha256: sha256(describeManifest(record)) } }],
    predicateType: TEST_RESULT,
    predicate: {
      result: resultOf(exitCode, failedTests, warnedTests),
      configuration: record.features.map(({ uri: name }) => ({ name, annotations: { target: record.kind } })),
      ...{ passedTests, warnedTests, failedTests },
    },
  }
}

function resultOf(
  exitCode: number,
  failed: readonly string[],
  warned: readonly string[],
): 'PASSED' | 'WARNED' | 'FAILED' {
  if (exitCode !== 0 || failed.length > 0) return 'FAILED'
  return warned.length > 0 ? 'WARNED' : 'PASSED'
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
