/** `npm run prove`: shows that every check can fail, by breaking the platform on purpose. */
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { runCampaign } from './campaign.ts'
import { HARNESS_ERROR, leave, wholeNumber } from './command-line.ts'
import type { PlantedDefect } from './defect.ts'
import { plantedDefects, soundVariants } from './planted.ts'
import { Progress } from './progress.ts'
import { merge } from './merge.ts'
import { quickPart } from './quick.ts'
import { conclude, writeProof, type ProofRecord, type Scope } from './report.ts'
import {
  BadSelection,
  changedSince,
  currentCommit,
  inShard,
  longestFirst,
  readShard,
  touchedBy,
} from './selection.ts'

const command = new Command('npm run prove --')
  .description('Plants defects in a local platform, one at a time, and demands that the suite notices each.')
  .option('--only <names>', 'these defects only, separated by commas')
  .option('--since <revision>', 'only defects whose checks, parts or own code have changed since then')
  .addOption(
    new Option('--quick', 'as few as show every check to fail, and one in ten of the others').conflicts([
      'only',
      'since',
    ]),
  )
  .option('--shard <i/n>', 'one of n equal parts, for machines that work side by side')
  .option('--merge <folders...>', 'puts the proofs of all shards together, and tries nothing')
  .option('--full', 'all scenarios for each defect, not only those that it concerns')
  .option('--fresh', 'a fresh process for each run, as a user has it: slower, and the same verdicts')
  .option('--jobs <n>', 'platforms side by side', wholeNumber, availableParallelism() + 1)
  .option('--reports <folder>', 'where the reports go', 'reports/proof')
  .option('--list', 'name the defects and leave')
  .exitOverride(leave)
  .parse()

interface Options {
  readonly only?: string
  readonly since?: string
  readonly quick?: true
  readonly shard?: string
  readonly merge?: readonly string[]
  readonly full?: true
  readonly fresh?: true
  readonly jobs: number
  readonly reports: string
  readonly list?: true
}

const INTERRUPTED = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

try {
  process.exitCode = await main(command.opts<Options>())
} catch (error) {
  if (!(error instanceof BadSelection)) throw error
  console.error(error.message)
  process.exitCode = HARNESS_ERROR
}

async function main(options: Options): Promise<number> {
  if (options.merge) return mergeShards(options.merge, options.reports)
  const commit = currentCommit()
  const { defects, isWhole } = await select(options, commit)
  if (options.list) {
    for (const { id, wrong } of defects) console.log(`${id.padEnd(40)} ${wrong}`)
    return 0
  }
  const shard = options.shard === undefined ? undefined : readShard(options.shard)
  const chosen = await longestFirst(shard ? inShard(defects, shard) : defects, options.reports)
  return prove(chosen, options, { commit, isWhole, isQuick: options.quick ?? false, shard })
}

async function select(
  { only, since, quick }: Options,
  commit: string,
): Promise<{ defects: PlantedDefect[]; isWhole: boolean }> {
  const all = [...(await plantedDefects()), ...(await soundVariants())]
  if (quick) return { defects: quickPart(all, commit), isWhole: false }
  const names = only?.split(',').map((name) => name.trim())
  const unknown = names?.find((name) => !all.some(({ id }) => id === name))
  if (unknown !== undefined)
    throw new BadSelection(`There is no defect "${unknown}": npm run prove -- --list names all of them.`)
  const named = all.filter(({ id }) => names?.includes(id) ?? true)
  const defects = since === undefined ? named : touchedBy(changedSince(since), named)
  if (defects.length === 0) console.log(`No defect is concerned by what has changed since ${since}.`)
  return { defects, isWhole: defects.length === all.length }
}

async function prove(defects: readonly PlantedDefect[], options: Options, scope: Scope): Promise<number> {
  const { jobs, reports, full = false, fresh = false } = options
  const controller = new AbortController()
  let exitCode: number | undefined
  for (const [signal, code] of Object.entries(INTERRUPTED)) {
    process.once(signal, () => {
      exitCode = code
      console.error(`\nInterrupted by ${signal}: what is running is ended, and what was tried is reported.`)
      controller.abort(new Error(`interrupted by ${signal}`))
    })
  }
  const startedAt = Date.now()
  const progress = new Progress(defects.length)
  const { DATABASE_URL: databaseUrl } = process.env
  const { signal } = controller
  const tell: Progress['tell'] = (trial) => progress.tell(trial)
  // Each shard says of the whole what is undamaged.
  const isWhole = scope.isWhole || scope.isQuick || scope.shard !== undefined
  const campaign = { defects, isWhole, jobs, reports, databaseUrl, full, fresh, signal, tell }
  const result = await runCampaign(campaign).catch((error: unknown) => tellError(error))
  progress.end()
  const proof = conclude(result, scope, (Date.now() - startedAt) / 1000)
  await writeProof(reports, proof)
  console.log(proof.text)
  return exitCode ?? proof.exitCode
}

async function mergeShards(folders: readonly string[], reports: string): Promise<number> {
  try {
    const records = await Promise.all(folders.map(readRecord))
    const proof = merge(records)
    await writeProof(reports, proof)
    console.log(proof.text)
    return proof.exitCode
  } catch (error) {
    throw new BadSelection(tellError(error))
  }
}

async function readRecord(folder: string): Promise<ProofRecord> {
  const text = await readFile(join(folder, 'proof.json'), 'utf8').catch(() => {
    throw new Error(`${folder} holds no proof.json: name the folders of the shards`)
  })
  return JSON.parse(text) as ProofRecord
}

function tellError(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
