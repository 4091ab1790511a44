/** `npm run load`: a crowd that comes by Artillery's engine, in several processes, and how it was treated. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { AccountableError, blameOf } from '../support/errors/accountable.ts'
import { StackNotStarted, startStackProcess } from '../support/run/stack-process.ts'
import {
  BadSettings,
  plainEnvironment,
  readEnvironment,
  type Environment,
} from '../support/target/environment.ts'
import { EXIT_CODES } from '../support/verdict/lattice.ts'
import { sayJudgement } from './judgement.ts'
import { count, leave, share } from './options.ts'
import { readyTarget } from './ready-target.ts'

interface Options {
  readonly people: number
  readonly seconds: number
  readonly workers: number
  readonly success: number
  readonly reports: string
}

const command = new Command('npm run load --')
  .description('Sends a crowd through the platform, by the suite’s own clients inside Artillery’s engine.')
  .option('--people <n>', 'how many come', count, 500)
  .option('--seconds <n>', 'in so many seconds they come', count, 20)
  .option('--workers <n>', 'by so many processes', count, 2)
  .option('--success <share>', 'so many of them have to come through, 0 to 1', share, 1)
  .option('--reports <folder>', 'where their histories go', 'reports/load')
  .exitOverride(leave)
  .parse()

void main(command.opts<Options>())

async function main(options: Options): Promise<void> {
  try {
    if (!existsSync(join(__dirname, 'node_modules')))
      throw new BadSettings("Artillery's engine is not installed: npm ci --prefix load")
    rmSync(options.reports, { recursive: true, force: true })
    mkdirSync(options.reports, { recursive: true })
    const environment = readEnvironment()
    if (environment['TEST_ENV'] === undefined) await atLocalStack(options)
    else await send(options, environment)
  } catch (error) {
    if (!(error instanceof AccountableError || error instanceof StackNotStarted)) throw error
    console.error(error.message)
    process.exitCode = EXIT_CODES[blameOf(error) === 'target' ? 'target-unhealthy' : 'harness-error']
  }
}

async function atLocalStack(options: Options): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'netra-load-'))
  const stack = await startStackProcess(
    folder,
    join(resolve(options.reports), 'stack.log'),
    plainEnvironment(),
  )
  try {
    await send(options, { ...plainEnvironment(), ...stack.environment, TEST_ENV: 'staging' })
  } finally {
    await stack.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function send(options: Options, environment: Environment): Promise<void> {
  const { people, workers, seconds, success, reports } = options
  await readyTarget(environment)
  const env = { ...environment, NETRA_LOAD_HISTORIES: resolve(reports) }
  const shares = Array.from({ length: Math.min(workers, people) }, (_, place) =>
    shareOf(people, workers, place),
  )
  const processes = shares.map((some) =>
    fork(join(__dirname, 'worker.cjs'), [some, seconds].map(String), { env }),
  )
  endWithUs(processes)
  await Promise.all(processes.map((one) => once(one, 'exit')))
  const exitCode = await sayJudgement(reports, { people, success })
  process.exitCode ??= exitCode
}

/** As equal as can be. */
function shareOf(people: number, workers: number, place: number): number {
  return Math.floor(people / workers) + (place < people % workers ? 1 : 0)
}

/** Ctrl-C ends those who come; those who have gone are judged. */
function endWithUs(processes: readonly ChildProcess[]): void {
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
    process.once(signal, () => {
      process.exitCode = code
      for (const one of processes) one.kill()
    })
}
