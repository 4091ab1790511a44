import { join } from 'node:path'
import pMap from 'p-map'
import { openStackDatabase } from '@netra/local-stack/postgres/server'
import type { PlantedDefect } from './defect.ts'
import { awaitedOf } from './early-end.ts'
import { runSuite, type RunOutcome } from './suite.ts'
import { SuiteWorkers } from './suite-worker.ts'
import { judgeTrial, notTried, scenariosFor, type TrialResult } from './trial.ts'
import { Variants } from './variant.ts'

/** How the platform is broken, and how the suite is run against it. */
export interface CampaignOptions {
  /** In the order in which they are tried. */
  readonly defects: readonly PlantedDefect[]
  /** How many platforms run side by side. */
  readonly jobs: number
  /** Where the reports of all runs go. */
  readonly reports: string
  /** An existing PostgreSQL server instead of one of our own. */
  readonly databaseUrl: string | undefined
  /** All scenarios for each defect, not only those that it concerns. */
  readonly full: boolean
  /** Whether the undamaged platform is looked at with all scenarios, not only with those that the defects concern. */
  readonly isWhole: boolean
  /** A fresh process for each run, as a user has it, in place of one in which the suite stays loaded. */
  readonly fresh: boolean
  readonly signal: AbortSignal
  readonly tell: (trial: TrialResult) => void
}

/** The undamaged platform before and after, and everything in between. */
export interface CampaignResult {
  readonly before: RunOutcome
  readonly trials: readonly TrialResult[]
  /** Missing when the proof was broken off. */
  readonly after: RunOutcome | undefined
}

/** Breaks the platform in every planned way, one way at a time, and looks whether the suite notices. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const server = await openStackDatabase(options.databaseUrl)
  const proofBench = { options, variants: new Variants(server.serverUrl), workers: new SuiteWorkers() }
  try {
    const before = await runUndamaged(proofBench, 'undamaged-before')
    const trials = isGreen(before) ? await tryAll(proofBench) : []
    const after = options.signal.aborted ? undefined : await runUndamagedAfter(proofBench)
    return { before, trials, after }
  } finally {
    await Promise.all([proofBench.workers.end(), proofBench.variants.end()])
    await server.drop()
  }
}

interface Bench {
  readonly options: CampaignOptions
  readonly variants: Variants
  readonly workers: SuiteWorkers
}

/** Whether every scenario that was run has passed. */
export function isGreen({ verdict }: RunOutcome): boolean {
  return verdict === 'passed'
}

/** One trial in a hundred, and three of few, may be made twice: what a busy machine hides once is seen when nothing else is running. */
const AGAIN = { share: 0.01, few: 3 }

async function tryAll(bench: Bench): Promise<TrialResult[]> {
  const trials = await tryEach(bench)
  const { defects, isWhole } = bench.options
  const missed = trials.filter(({ noticed, tried, isSound }) => tried && !noticed && !isSound)
  if (!isWhole || missed.length > Math.max(AGAIN.few, defects.length * AGAIN.share)) return trials
  const second = new Map<string, TrialResult>()
  for (const { id } of missed) {
    const defect = defects.find((one) => one.id === id)
    if (defect) second.set(id, { ...(await tryDefect(bench, defect)), isSecond: true })
  }
  return trials.map((trial) => second.get(trial.id) ?? trial)
}

function tryEach(bench: Bench): Promise<TrialResult[]> {
  const { defects, jobs, signal, tell } = bench.options
  const attempt = async (defect: PlantedDefect): Promise<TrialResult> => {
    const trial = await tryDefect(bench, defect)
    // What is still to come when the proof is broken off is counted in the report, and not told one by one.
    if (trial.tried || !signal.aborted) tell(trial)
    return trial
  }
  return pMap(defects, attempt, { concurrency: jobs })
}

async function tryDefect(bench: Bench, defect: PlantedDefect): Promise<TrialResult> {
  const { signal } = bench.options
  if (signal.aborted) return notTried(defect, 'the proof was broken off')
  const startedAt = Date.now()
  try {
    const outcome = await runDamaged(bench, defect)
    signal.throwIfAborted()
    return { ...judgeTrial(defect, outcome), seconds: (Date.now() - startedAt) / 1000 }
  } catch (error) {
    return notTried(defect, error instanceof Error ? error.message : String(error))
  }
}

async function runDamaged({ options, variants, workers }: Bench, defect: PlantedDefect): Promise<RunOutcome> {
  const variant = await variants.start(defect.id)
  const { environment } = variant
  const [folder, scenarios] = [join(options.reports, defect.id), options.full ? [] : scenariosFor(defect)]
  const { besides } = defect
  const { signal } = options
  try {
    // What is loaded besides would stay for all that come after.
    if (options.fresh || besides) return await runSuite({ environment, scenarios, folder, besides, signal })
    const awaited = options.full ? [] : awaitedOf(defect)
    return await workers.run({ environment, scenarios, folder, awaited }, signal)
  } finally {
    await variant.stop()
  }
}

/** Whatever becomes of it, the trials before it are told. */
async function runUndamagedAfter(bench: Bench): Promise<RunOutcome> {
  return runUndamaged(bench, 'undamaged-after').catch((error: unknown) => {
    const sentence = `not tried: ${error instanceof Error ? error.message : String(error)}`
    return { verdict: 'not-tried', sentence, scenarios: [] }
  })
}

/** As a user runs it, in a fresh process, two at a time: nothing else is running then. */
async function runUndamaged({ options, variants }: Bench, name: string): Promise<RunOutcome> {
  const variant = await variants.start('')
  const { defects, isWhole, full, reports, signal } = options
  const scenarios = isWhole || full ? [] : [...new Set(defects.flatMap(scenariosFor))].sort()
  try {
    const folder = join(reports, name)
    const { environment } = variant
    return await runSuite({ environment, scenarios, folder, besides: undefined, signal })
  } finally {
    await variant.stop()
  }
}
