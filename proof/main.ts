/** `npm run prove`: shows that every check can fail, by breaking the platform on purpose. */
import { availableParallelism } from 'node:os'
import { Command, InvalidArgumentError } from 'commander'
import { runCampaign } from './campaign.ts'
import { plantedDefects } from './planted.ts'
import { conclude, describeTrial, writeProof } from './report.ts'

const { only, jobs, reports, list } = new Command('npm run prove --')
  .description('Plants defects in a local platform, one at a time, and demands that the suite notices each.')
  .option('--only <names>', 'these defects only, separated by commas')
  .option('--jobs <n>', 'platforms side by side', wholeNumber, availableParallelism() + 1)
  .option('--reports <folder>', 'where the reports go', 'reports/proof')
  .option('--list', 'name the defects and leave')
  .parse()
  .opts<{ only?: string; jobs: number; reports: string; list?: true }>()

const all = await plantedDefects()
const names = only?.split(',').map((name) => name.trim())
const unknown = names?.find((name) => !all.some(({ id }) => id === name))
const defects = all.filter(({ id }) => names?.includes(id) ?? true)

if (unknown !== undefined) {
  console.error(`There is no defect "${unknown}": npm run prove -- --list names all of them.`)
  process.exitCode = 1
} else if (list) {
  for (const { id, wrong } of defects) console.log(`${id.padEnd(40)} ${wrong}`)
} else {
  process.exitCode = await prove()
}

async function prove(): Promise<number> {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(new Error(`interrupted by ${signal}`)))
  }
  const startedAt = Date.now()
  const { DATABASE_URL: databaseUrl } = process.env
  const { signal } = controller
  const tell = (...told: Parameters<typeof describeTrial>): void => console.log(describeTrial(...told))
  const result = await runCampaign({ defects, jobs, reports, databaseUrl, signal, tell }).catch(String)
  const proof = conclude(result, { isWhole: only === undefined, seconds: (Date.now() - startedAt) / 1000 })
  await writeProof(reports, proof)
  console.log(proof.text)
  return proof.exitCode
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number above zero.')
}
