import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isGreen, type CampaignResult } from './campaign.ts'
import { killMatrix, unproven, type KillMatrix } from './kill-matrix.ts'
import type { RunOutcome } from './suite.ts'
import type { TrialResult } from './trial.ts'

/** What the proof has come to. */
export interface Proof {
  readonly text: string
  readonly exitCode: 0 | 1
  readonly record: object
}

const LONGEST_TOLD = 150

/** One line for the terminal. */
export function describeTrial({ id, noticed, told }: TrialResult): string {
  const line = told.replace(/\s+/g, ' ')
  const excerpt = line.length > LONGEST_TOLD ? `${line.slice(0, LONGEST_TOLD)}…` : line
  return `${noticed ? '✔' : '✘'} ${id}\n    ${excerpt}`
}

/** @param result or why there is none @param isWhole whether every defect was planted */
export function conclude(
  result: CampaignResult | string,
  { isWhole, seconds }: { isWhole: boolean; seconds: number },
): Proof {
  if (typeof result === 'string') {
    return { text: `\nNOT PROVED: ${result}`, exitCode: 1, record: { proved: false, faults: [result] } }
  }
  const { before, trials, after } = result
  const matrix = killMatrix(checksOf(before), trials)
  const unseen = isWhole ? unproven(matrix) : []
  const survivors = trials.filter(({ noticed }) => !noticed)
  const faults = [
    ...(isGreen(before) ? [] : [`the undamaged platform is not green before: ${before.sentence}`]),
    ...survivors.map(({ id, told }) => `${id}: ${told}`),
    ...unseen.map((check) => `${check}: no defect turns it red, so nothing shows that it can fail`),
    ...(isGreen(after) ? [] : [`the undamaged platform is not green after: ${after.sentence}`]),
  ]
  const passed = trials.length - survivors.length + [before, after].filter(isGreen).length
  const record = {
    ...{ proved: faults.length === 0, passed, failed: faults.length, seconds: Math.round(seconds) },
    ...{ defects: trials.length, noticed: trials.length - survivors.length, faults, trials, matrix },
  }
  return { text: describe(record, matrix, isWhole), exitCode: faults.length === 0 ? 0 : 1, record }
}

interface Counts {
  readonly proved: boolean
  readonly defects: number
  readonly noticed: number
  readonly seconds: number
  readonly faults: readonly string[]
}

function describe(counts: Counts, matrix: KillMatrix, isWhole: boolean): string {
  const { proved, defects, noticed, seconds, faults } = counts
  const checks = Object.keys(matrix).length
  const shown = checks - unproven(matrix).length
  return [
    '',
    `${proved ? 'PROVED' : 'NOT PROVED'}: ${noticed} of ${defects} planted defects noticed, each by the check and for the reason named`,
    `  checks    ${shown} of ${checks} shown to fail${isWhole ? '' : ' (only some defects were planted)'}`,
    `  undamaged green before and after: ${faults.some((fault) => fault.startsWith('the undamaged')) ? 'no' : 'yes'}`,
    `  took      ${seconds} s`,
    ...faults.map((fault) => `  ✘ ${fault}`),
  ].join('\n')
}

function checksOf({ scenarios }: RunOutcome): string[] {
  return [...new Set(scenarios.flatMap(({ checks }) => checks.map(({ id }) => id)))].sort()
}

/** Writes `proof.json`: the proof for programs, with the kill matrix. */
export async function writeProof(reports: string, { record }: Proof): Promise<void> {
  await mkdir(reports, { recursive: true })
  await writeFile(join(reports, 'proof.json'), `${JSON.stringify(record, undefined, 2)}\n`)
}
