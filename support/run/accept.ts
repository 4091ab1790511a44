import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BadSettings, publish, published, readEnvironment } from '#target/environment'
import { EXIT_CODES } from '#verdict/lattice'
import { planAcceptance, type AcceptPlan } from './accept-plan.ts'
import { openReport } from './open-report.ts'

/** `npm run accept`: the words of the runner that this suite succeeds, handed to `npx cucumber-js`. */

const PROJECT = resolve(__dirname, '../..')

async function main(): Promise<number> {
  const environment = readEnvironment()
  const plan = planAcceptance(process.argv.slice(2), environment)
  if (typeof plan === 'string') {
    console.log(plan)
    return 0
  }
  const code = await run(plan)
  if (plan.json) tellVerdict()
  const fault = plan.open ? await openReport(reportOf('acceptance.html'), environment) : undefined
  if (fault !== undefined) console.error(fault)
  return code === EXIT_CODES.degraded && plan.acceptDegraded ? 0 : code
}

/** @returns the exit code of the run; a signal to this process is the run's own affair */
function run({ words, settings, json }: AcceptPlan): Promise<number> {
  publish(settings)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const child = spawn(process.execPath, [join(PROJECT, 'support/run/front-door.cjs'), ...words], {
    // What is told on the way must not stand before the JSON.
    stdio: ['inherit', json ? 2 : 'inherit', 'inherit'],
  })
  return new Promise((done) => child.once('exit', (code) => done(code ?? EXIT_CODES['harness-error'])))
}

function tellVerdict(): void {
  const file = reportOf('verdict.json')
  if (existsSync(file)) process.stdout.write(readFileSync(file, 'utf8'))
}

function reportOf(name: string): string {
  return resolve(PROJECT, published('NETRA_REPORTS') ?? 'reports', name)
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    if (!(error instanceof BadSettings)) throw error
    console.error(error.message)
    process.exitCode = EXIT_CODES['harness-error']
  },
)
