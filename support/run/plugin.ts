import { tmpdir } from 'node:os'
import type { Plugin } from '@cucumber/cucumber/api'
import { TestStepResultStatus, type Envelope } from '@cucumber/messages'
import { BadSettings } from '#target/environment'
import { EXIT_CODES } from '#verdict/lattice'
import { AcceptanceRun } from './acceptance-run.ts'
import type { CommandLineFault } from './command-line.ts'
import { giveUpReports, unwritable } from './reports-claim.ts'
import { findUnselected } from './selection.ts'
import { readWords } from './words.ts'

interface Options {
  /** Where the reports go. */
  readonly reports: string
  /** Only look whether every step is defined. */
  readonly dryRun: boolean
  /** What is run when the command line names no file. */
  readonly paths: readonly string[]
  readonly fault?: CommandLineFault
}

/** What happens once per run, around all workers: the target, the verdict, the reports. */
const plugin: Plugin<Options> = {
  type: 'plugin',
  optionsKey: 'netra',
  coordinator: async ({ on, transform, options }) => {
    const fault = options.fault ?? (await findUnselected(readWords(process.argv.slice(2)), options.paths))
    if (options.dryRun && !fault) return on('message', failOnUndefinedStep)
    const run = openAcceptanceRun(options.reports)
    run.begin(fault)
    on('message', (envelope) => run.read(envelope))
    // The last transform before the workers start: the selection is known, and there is time to wait.
    transform('pickles:order', async (pickles) => {
      await run.prepare(pickles.map(({ pickle }) => pickle))
      return pickles
    })
    return () => run.finish()
  },
}

/** Where there is no room for a run, that is said in one line, and nothing is begun. */
function openAcceptanceRun(reports: string): AcceptanceRun {
  try {
    return new AcceptanceRun(reports)
  } catch (error) {
    const told = error instanceof BadSettings ? error : unwritable(tmpdir(), error, 'TMPDIR')
    console.error(`HARNESS ERROR: ${told.message}`)
    if (!(error instanceof BadSettings)) giveUpReports(reports, told.message, EXIT_CODES['harness-error'])
    process.exit(EXIT_CODES['harness-error'])
  }
}

/** Cucumber itself calls a dry run with undefined steps a success. */
function failOnUndefinedStep({ testStepFinished }: Envelope): void {
  const status = testStepFinished?.testStepResult.status
  if (status !== TestStepResultStatus.UNDEFINED && status !== TestStepResultStatus.AMBIGUOUS) return
  process.once('exit', () => (process.exitCode = 1))
}

export default plugin
