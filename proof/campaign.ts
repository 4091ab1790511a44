import { join } from 'node:path'
import pMap from 'p-map'
import { openStackDatabase } from '@netra/local-stack/postgres/server'
import type { PlantedDefect } from './defect.ts'
import { runSuite, type RunOutcome } from './suite.ts'
import { judgeTrial, scenariosFor, type TrialResult } from './trial.ts'
import { Variants } from './variant.ts'

export interface CampaignOptions {
  readonly defects: readonly PlantedDefect[]
  /** How many platforms run side by side. */
  readonly jobs: number
  /** Where the reports of all runs go. */
  readonly reports: string
  /** An existing PostgreSQL server instead of one of our own. */
  readonly databaseUrl: string | undefined
  readonly signal: AbortSignal
  readonly tell: (trial: TrialResult) => void
}

/** The undamaged platform before and after, and everything in between. */
export interface CampaignResult {
  readonly before: RunOutcome
  readonly trials: readonly TrialResult[]
  readonly after: RunOutcome
}

/** Breaks the platform in every planned way, one way at a time, and looks whether the suite notices. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const { defects, jobs, signal, tell } = options
  const server = await openStackDatabase(options.databaseUrl)
  const variants = new Variants(server.url)
  const run = (name: string, defect?: PlantedDefect): Promise<RunOutcome> =>
    runVariant(variants, join(options.reports, name), signal, defect)
  try {
    const before = await run('undamaged-before')
    const attempt = async (defect: PlantedDefect): Promise<TrialResult> => {
      const trial = await judgeRun(defect, () => run(defect.id, defect))
      signal.throwIfAborted()
      tell(trial)
      return trial
    }
    const trials = isGreen(before) ? await pMap(defects, attempt, { concurrency: jobs, signal }) : []
    return { before, trials, after: await run('undamaged-after') }
  } finally {
    await variants.end()
    await server.drop()
  }
}

/** Whether every scenario that was run has passed. */
export function isGreen({ verdict }: RunOutcome): boolean {
  return verdict === 'passed'
}

async function judgeRun(defect: PlantedDefect, run: () => Promise<RunOutcome>): Promise<TrialResult> {
  try {
    return judgeTrial(defect, await run())
  } catch (error) {
    const told = `could not be tried: ${error instanceof Error ? error.message : String(error)}`
    const { id, wrong, reference, reddens } = defect
    return { id, wrong, reference, noticed: false, told, named: reddens.map(({ check }) => check), red: [] }
  }
}

async function runVariant(
  variants: Variants,
  folder: string,
  signal: AbortSignal,
  defect?: PlantedDefect,
): Promise<RunOutcome> {
  const variant = await variants.start(defect?.id ?? '')
  try {
    const scenarios = defect ? scenariosFor(defect) : []
    const { environment } = variant
    return await runSuite({ environment, scenarios, folder, besides: defect?.besides, signal })
  } finally {
    await variant.stop()
  }
}
