import { BadSettings } from '#target/environment'
import { EXIT_CODES } from '#verdict/lattice'
import { findTampering, readManifest } from './integrity.ts'
import { judgeAgain, type SecondJudgement } from './second-judgement.ts'

/** `npm run rejudge -- reports/evidence`: is the evidence what it was, and does it still say what was said of it? */

function main(folder = 'reports/evidence'): number {
  const manifest = readManifest(folder)
  const { run, files, scenarios } = manifest
  console.log(
    `Evidence of ${run.id}, ${run.started_at}, on ${run.target}: ${Object.keys(files).length} files`,
  )
  const tampered = findTampering(folder, manifest)
  for (const line of tampered) console.error(`  ${line}`)
  if (tampered.length > 0) return end('harness-error', 'the evidence is not what the run has left')
  const judged = scenarios.map((scenario) => judgeAgain(folder, scenario))
  for (const one of judged) tell(one)
  const [again, all] = [count(judged, 'results'), count(judged, 'results') + count(judged, 'notAgain')]
  console.log(
    `${again} of ${all} checks made again; ${all - again} rest on more than was kept, and cannot be`,
  )
  if (judged.some(({ otherwise }) => otherwise.length > 0))
    return end('harness-error', 'judged again, it is not what was said of it')
  const failed = judged.flatMap(({ results }) => results).filter((result) => result.status === 'failed')
  if (failed.some(({ leak }) => leak))
    return end('isolation-violated', 'as in the run, somebody was shown what is other')
  if (failed.length > 0) return end('failed', 'as in the run, what is promised does not hold')
  return end('passed', 'as in the run, all of it holds')
}

function end(verdict: keyof typeof EXIT_CODES, sentence: string): number {
  console.log(`${verdict.toUpperCase().replaceAll('-', ' ')}: ${sentence}`)
  return EXIT_CODES[verdict]
}

function tell({ scenario, results, notAgain, otherwise }: SecondJudgement): void {
  console.log(`  ${scenario.padEnd(9)} ${results.length} made again, ${notAgain.length} not`)
  for (const text of otherwise) console.error(`    otherwise: ${text}`)
  for (const result of results)
    if (result.status === 'failed') console.log(`    ${result.id}: ${result.observed}`)
}

function count(judged: readonly SecondJudgement[], what: 'results' | 'notAgain'): number {
  return judged.reduce((sum, one) => sum + one[what].length, 0)
}

try {
  process.exitCode = main(process.argv[2])
} catch (error) {
  if (!(error instanceof BadSettings)) throw error
  console.error(`HARNESS ERROR: ${error.message}`)
  process.exitCode = EXIT_CODES['harness-error']
}
