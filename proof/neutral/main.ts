/** `npm run neutral`: checks that always hold, one at a time. The proof must miss each of them. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { openStackDatabase } from '@netra/local-stack/postgres/server'
import { leave, wholeNumber } from '../command-line.ts'
import { plantedDefects } from '../planted.ts'
import { runSuite } from '../suite.ts'
import { judgeTrial, scenariosFor } from '../trial.ts'
import { Variants } from '../variant.ts'
import { neutralise, wasNeutral } from './neutral-check.ts'
import { planNeutral, type NeutralTrial } from './plan.ts'

const command = new Command('npm run neutral --')
  .description(
    'Neutralises checks, one at a time, and demands that the proof no longer notices a defect of each.',
  )
  .option('--checks <n>', 'how many', wholeNumber, 6)
  .option('--seed <word>', 'which', String(Date.now() % 1_000_000))
  .option('--reports <folder>', 'where the evidence goes', 'reports/neutral')
  .exitOverride(leave)
  .parse()

interface Options {
  readonly checks: number
  readonly seed: string
  readonly reports: string
}

process.exitCode = await main(command.opts<Options>())

async function main({ checks, seed, reports }: Options): Promise<number> {
  await rm(reports, { recursive: true, force: true })
  await mkdir(reports, { recursive: true })
  const server = await openStackDatabase(process.env['DATABASE_URL'])
  const variants = new Variants(server.serverUrl)
  const plan = planNeutral(await plantedDefects(), checks, seed)
  let missed = 0
  try {
    for (const trial of plan) {
      const fault = await tryOne(trial, variants, reports)
      if (fault === undefined) missed += 1
      console.log(`${fault === undefined ? '✔' : '✘'} ${trial.check}, by ${trial.defect.id}${fault ?? ''}`)
    }
  } finally {
    await variants.end()
    await server.drop()
  }
  const isProved = missed === plan.length
  console.log(
    `\n${isProved ? 'MISSED' : 'NOT MISSED'}: ${missed} of ${plan.length} neutralised checks (seed ${seed})`,
  )
  return isProved ? 0 : 1
}

/** @returns what speaks against its being missed */
async function tryOne(
  { check, defect }: NeutralTrial,
  variants: Variants,
  reports: string,
): Promise<string | undefined> {
  const platform = await variants.start(defect.id)
  const folder = resolve(reports, check)
  // Beside the folder, which a run clears.
  const besides = `${folder}.cjs`
  await writeFile(besides, neutralise(check))
  try {
    const { environment } = platform
    const { signal } = new AbortController()
    const outcome = await runSuite({ environment, scenarios: scenariosFor(defect), folder, besides, signal })
    if (!wasNeutral(check, outcome)) return `: it was not neutral, or never made (${outcome.sentence})`
    const { noticed, told } = judgeTrial(defect, outcome)
    const isMissed = !noticed && told.includes(`${check} stays passed`)
    return isMissed ? undefined : `: the proof says of it: ${told}`
  } finally {
    await platform.stop()
  }
}
