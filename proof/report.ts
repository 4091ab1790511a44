import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isGreen, type CampaignResult } from './campaign.ts'
import { killMatrix, unproven, type KillMatrix } from './kill-matrix.ts'
import type { Shard } from './selection.ts'
import type { RunOutcome } from './suite.ts'
import { howToRepeat } from './how-to-repeat.ts'
import type { TrialResult } from './trial.ts'

/** What was to be proved, and where. */
export interface Scope {
  /** Of the suite; proofs of different ones cannot be put together. */
  readonly commit: string
  /** Whether every defect was planted, here or in the other shards. */
  readonly isWhole: boolean
  /** Whether as many were planted as show every check to fail, here or in the other shards. */
  readonly isQuick: boolean
  readonly shard: Shard | undefined
}

/** The proof for programs: `proof.json`. */
export interface ProofRecord extends Scope {
  readonly proved: boolean
  readonly passed: number
  readonly failed: number
  readonly seconds: number
  readonly defects: number
  readonly noticed: number
  /** Sound platforms that were tried, and how many of them were accused, or not as it was due. */
  readonly sound: number
  readonly accused: number
  readonly faults: readonly string[]
  /** Of the undamaged platform: what is not as it should be. */
  readonly undamaged: readonly string[]
  /** Every check that the undamaged platform was looked at with. */
  readonly checks: readonly string[]
  readonly trials: readonly TrialResult[]
  readonly matrix: KillMatrix
}

/** What a proof has come to. */
export interface Proof {
  readonly text: string
  readonly exitCode: 0 | 1
  readonly record: ProofRecord
}

const LONGEST_TOLD = 150
const RUNS_OF_THE_UNDAMAGED = 2

/** Two lines for the terminal. */
export function describeTrial({ id, noticed, tried, told }: TrialResult): string {
  const line = told.replace(/\s+/g, ' ')
  const excerpt = line.length > LONGEST_TOLD ? `${line.slice(0, LONGEST_TOLD)}…` : line
  return `${noticed ? '✔' : tried ? '✘' : '–'} ${id}\n    ${excerpt}`
}

/** What a campaign has come to; a word in place of a result says why there is none. */
export function conclude(result: CampaignResult | string, scope: Scope, seconds: number): Proof {
  if (typeof result === 'string')
    return judge({ scope, seconds, undamaged: [result], checks: [], trials: [] })
  const { before, trials, after } = result
  const undamaged = [
    ...(isGreen(before) ? [] : [`the undamaged platform is not green before: ${before.sentence}`]),
    ...(after && isGreen(after)
      ? []
      : [`the undamaged platform is not green after: ${after?.sentence ?? 'not tried'}`]),
  ]
  return judge({ scope, seconds, undamaged, checks: checksOf(before), trials })
}

/** What trials and the undamaged platform have shown. */
export interface Findings {
  readonly scope: Scope
  readonly seconds: number
  readonly undamaged: readonly string[]
  readonly checks: readonly string[]
  readonly trials: readonly TrialResult[]
}

/** What is to be said of findings. */
export function judge({ scope, seconds, undamaged, checks, trials }: Findings): Proof {
  const matrix = killMatrix(checks, trials)
  const survivors = trials.filter(({ noticed }) => !noticed)
  // In a part of the proof, another part may show it.
  const unseen = (scope.isWhole || scope.isQuick) && !scope.shard ? unproven(matrix) : []
  const faults = [
    ...undamaged,
    ...survivors.map(({ id, told }) => `${id}: ${told}`),
    ...unseen.map((check) => `${check}: no defect turns it red, so nothing shows that it can fail`),
  ]
  const sound = trials.filter(({ isSound }) => isSound)
  const accused = sound.filter(({ noticed }) => !noticed).length
  const defects = trials.length - sound.length
  const noticed = defects - survivors.length + accused
  const passed = noticed + sound.length - accused + Math.max(0, RUNS_OF_THE_UNDAMAGED - undamaged.length)
  const counts = {
    proved: faults.length === 0,
    passed,
    failed: faults.length,
    ...{ defects, noticed, sound: sound.length, accused },
  }
  const shown = { undamaged, checks, trials, matrix }
  const record = { ...scope, ...counts, seconds: Math.round(seconds), faults, ...shown }
  return { text: describe(record, survivors), exitCode: faults.length === 0 ? 0 : 1, record }
}

function describe(record: ProofRecord, survivors: readonly TrialResult[]): string {
  const { proved, defects, noticed, seconds, faults, undamaged, matrix, trials } = record
  const checks = Object.keys(matrix).length
  const second = trials.filter(({ isSecond, noticed }) => isSecond && noticed).map(({ id }) => id)
  const untried = survivors.filter(({ tried }) => !tried).length
  return [
    '',
    `${proved ? 'PROVED' : 'NOT PROVED'}: ${noticed} of ${defects} planted defects noticed, each by the check and for the reason named`,
    `  checks    ${checks - unproven(matrix).length} of ${checks} shown to fail${partOf(record)}`,
    `  sound     platforms wrongly accused: ${record.accused} of ${record.sound}`,
    ...(second.length > 0 ? [`  again     noticed only when tried alone: ${second.join(', ')}`] : []),
    `  undamaged green before and after: ${undamaged.length === 0 ? 'yes' : 'no'}`,
    ...(untried > 0 ? [`  not tried ${untried} of ${defects}`] : []),
    `  took      ${seconds} s`,
    ...faults.map((fault) => `  ✘ ${fault}`),
    ...howToRepeat(survivors),
  ].join('\n')
}

function partOf({ isWhole, isQuick, shard }: Scope): string {
  if (shard) return ` (part ${shard.index} of ${shard.total})`
  if (isQuick) return ' (the quick part; npm run prove plants every defect)'
  return isWhole ? '' : ' (only some defects were planted)'
}

function checksOf({ scenarios }: RunOutcome): string[] {
  return [...new Set(scenarios.flatMap(({ checks }) => checks.map(({ id }) => id)))].sort()
}

/** Writes `proof.json`: the proof for programs, with the kill matrix. */
export async function writeProof(reports: string, { record }: Proof): Promise<void> {
  await mkdir(reports, { recursive: true })
  await writeFile(join(reports, 'proof.json'), `${JSON.stringify(record, undefined, 2)}\n`)
}
