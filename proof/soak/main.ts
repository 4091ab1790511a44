/** `npm run soak`: how often the suite is red for nothing. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { openStackDatabase } from '@netra/local-stack/postgres/server'
import { leave, wholeNumber } from '../command-line.ts'
import { runSuite } from '../suite.ts'
import { Variants } from '../variant.ts'
import { planSoak, type SoakRun } from './plan.ts'
import { describeRun, describeSoak, isRed, sumUp, type SoakResult } from './report.ts'
import { squeeze } from './squeeze.ts'

/** A sound platform that is far away: calls and live messages take now longer, now less long. */
const FAR = 'sound-far-away'
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

const command = new Command('npm run soak --')
  .description(
    'Runs all twenty again and again against a sound platform, and counts what is red for nothing.',
  )
  .option('--runs <n>', 'how often', wholeNumber, 12)
  .option('--seed <word>', 'of the order of runs and scenarios', String(Date.now() % 1_000_000))
  .option('--reports <folder>', 'where the evidence of each red goes', 'reports/soak')
  .exitOverride(leave)
  .parse()

interface Options {
  readonly runs: number
  readonly seed: string
  readonly reports: string
}

process.exitCode = await main(command.opts<Options>())

async function main({ runs, seed, reports }: Options): Promise<number> {
  const stop = new AbortController()
  let exitCode: number | undefined
  for (const [signal, code] of Object.entries(INTERRUPTED))
    process.once(signal, () => {
      exitCode = code
      console.error(`\nInterrupted by ${signal}: what was run until now is reported.`)
      stop.abort(new Error(`interrupted by ${signal}`))
    })
  await rm(reports, { recursive: true, force: true })
  await mkdir(reports, { recursive: true })
  const results = await runAll(planSoak(runs, seed), reports, stop.signal)
  const record = sumUp(seed, results)
  await writeFile(join(reports, 'soak.json'), `${JSON.stringify(record, undefined, 2)}\n`)
  console.log(`\n${describeSoak(record)}`)
  return exitCode ?? (record.suite.reds === 0 ? 0 : 1)
}

async function runAll(plan: readonly SoakRun[], reports: string, stop: AbortSignal): Promise<SoakResult[]> {
  const results: SoakResult[] = []
  const server = await openStackDatabase(process.env['DATABASE_URL'])
  const variants = new Variants(server.serverUrl)
  try {
    for (const run of plan) {
      if (stop.aborted) break
      const result = await runOnce(run, { variants, folder: join(reports, String(run.number)), stop })
      if (!result) break
      console.log(describeRun(result))
      results.push(result)
    }
  } finally {
    await variants.end()
    await server.drop()
  }
  return results
}

interface Place {
  readonly variants: Variants
  readonly folder: string
  readonly stop: AbortSignal
}

/** @returns undefined when it was broken off */
async function runOnce(run: SoakRun, { variants, folder, stop }: Place): Promise<SoakResult | undefined> {
  const startedAt = Date.now()
  const platform = await variants.start(run.isFar ? FAR : '')
  const relax = run.isSqueezed ? squeeze() : undefined
  const words = ['--parallel', String(run.width), '--order', `random:${run.order}`]
  try {
    const { environment } = platform
    const request = { environment, scenarios: [], folder, besides: undefined, signal: stop, words }
    const { verdict, sentence, scenarios } = await runSuite(request)
    const result = { ...run, seconds: (Date.now() - startedAt) / 1_000, verdict, sentence }
    // Of what was calm there is nothing to look at.
    if (!isRed({ verdict })) await rm(folder, { recursive: true, force: true })
    return { ...result, scenarios: scenarios.map(({ id, verdict, reason }) => ({ id, verdict, reason })) }
  } catch (error) {
    if (stop.aborted) return undefined
    throw error
  } finally {
    await relax?.()
    await platform.stop()
  }
}
