/** `npm run merge -- FOLDER...`: one verdict and one report from the reports of all shards of a run. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { compareWithPast } from '#report/history-file'
import { describeRun } from '#report/terminal'
import { BadSettings, published } from '#target/environment'
import { conclude } from '#verdict/conclusion'
import { EXIT_CODES } from '#verdict/lattice'
import { mergeShards, type Selection } from '#verdict/merge-shards'
import { writeReports } from './reports.ts'
import { claimReports, releaseReports } from './reports-claim.ts'
import { planOf } from './selected-pickles.ts'
import { readShardRecord, suiteCommit } from './shards.ts'

const command = new Command('npm run merge --')
  .description(
    'Puts the reports of all shards of a run together; what is missing, doubled or foreign is red.',
  )
  .argument('<folders...>', 'reports of runs with --shard 1/n to n/n')
  .option('--reports <folder>', 'where the whole goes', published('NETRA_REPORTS') ?? 'reports')
  .parse()

void main(command.args, resolve(command.opts<{ reports: string }>().reports)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    if (!(error instanceof BadSettings)) throw error
    console.error(`HARNESS ERROR: ${error.message}`)
    process.exitCode = EXIT_CODES['harness-error']
  },
)

async function main(folders: readonly string[], reports: string): Promise<number> {
  if (folders.some((folder) => resolve(folder) === reports))
    throw new BadSettings(`${reports} is one of the shards: say with --reports where the whole goes`)
  const shards = folders.map(readShardRecord)
  const [first] = shards
  const here = suiteCommit()
  if (first && first.commit !== here)
    throw new BadSettings(
      `the shards are of ${first.commit}, and here is ${here}: merge them where that is checked out`,
    )
  const whole = first ? await titlesOf(first.selection) : []
  const id = shards.map(({ record }) => record.context.id).join('+')
  const record = compareWithPast(mergeShards(shards, whole, { id, folder: '', reports }))
  claimReports(reports)
  gather(folders, reports)
  const conclusion = writeReports(reports, record, conclude(record))
  releaseReports(reports)
  // Cucumber's own page is made by each shard, of what was run there.
  console.log(describeRun(record, conclusion).replace(' · cucumber.html', ''))
  return conclusion.exitCode
}

/** The whole of which the shards are parts, as Cucumber itself selects it here. */
async function titlesOf({ paths, tags, names }: Selection): Promise<string[]> {
  const plan = await planOf(paths.length > 0 ? paths : ['features/*.feature'], { tags, names })
  return (plan ?? []).map(({ name }) => name)
}

/** What was on the wires, and what Cucumber has said, one shard after another. */
function gather(folders: readonly string[], reports: string): void {
  rmSync(join(reports, 'cucumber.html'), { force: true })
  for (const folder of folders) {
    const [evidence, messages] = ['evidence', 'messages.ndjson'].map((name) => join(folder, name))
    if (evidence && existsSync(evidence)) cpSync(evidence, join(reports, 'evidence'), { recursive: true })
    if (messages && existsSync(messages))
      writeFileSync(join(reports, 'messages.ndjson'), readFileSync(messages), { flag: 'a' })
  }
}
