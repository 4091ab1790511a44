/** `npm run mutate`: faults in the judging code itself, one at a time; which of them does no unit test notice? */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { EXIT_CODES } from '../support/verdict/lattice.ts'
import { leave } from '../load/options.ts'
import { judgeMutants, knownSurvivors, type MutationReport } from './survivors.ts'

/** All that judges. */
const JUDGING = [
  'support/promises/**/*.checks.ts',
  'support/expect/*.ts',
  'support/monitors/**/*.ts',
  'support/waiting/*.ts',
  'support/verdict/*.ts',
  'support/evidence/redaction.ts',
  'support/wire/excerpt.ts',
]
const STRYKER = join(__dirname, 'node_modules/.bin/stryker')

const command = new Command('npm run mutate --')
  .description('Changes the judging code in one place at a time, and says which change no unit test notices.')
  .argument('[files...]', 'what is changed, as paths or patterns; without any, all that judges')
  .option('--report <file>', "Stryker's own report", 'reports/mutation.json')
  .exitOverride(leave)
  .parse()

process.exitCode = main(command.args, command.opts<{ readonly report: string }>().report)

function main(named: readonly string[], report: string): number {
  const files = globSync(named.length > 0 ? named : JUDGING).filter((file) => !file.endsWith('.test.ts'))
  const fault =
    files.length === 0
      ? `No file is named ${named.join(' ')}.`
      : existsSync(STRYKER)
        ? ''
        : 'Stryker is not installed: npm ci --prefix mutation'
  if (fault) {
    console.error(fault)
    return EXIT_CODES['harness-error']
  }
  mkdirSync('reports', { recursive: true })
  const env = { ...process.env, NETRA_MUTATED: files.join(','), NETRA_MUTATION_REPORT: resolve(report) }
  const config = join(__dirname, 'stryker.config.mjs')
  const { status } = spawnSync(process.execPath, [STRYKER, 'run', config], { stdio: 'inherit', env })
  if (status !== 0) return EXIT_CODES['harness-error']
  const { lines, isSettled } = judgeMutants(
    JSON.parse(readFileSync(report, 'utf8')) as MutationReport,
    knownSurvivors(),
  )
  for (const line of lines) console.log(line)
  return isSettled ? 0 : 1
}
