import { BadSettings, published } from '#target/environment'
import { EXIT_CODES } from '#verdict/lattice'
import { SIGNAL_EXIT_CODES, type EndSignal } from './interruption.ts'
import { claimReports, giveUpReports, stateOfClaim } from './reports-claim.ts'
import { readWords } from './words.ts'

/** With these nothing is run, and nothing that is there is touched. */
const ONLY_TOLD = ['dry-run', 'help', 'version', 'i18n-languages', 'i18n-keywords']

/** A signal that comes twice within this time has come once: from the terminal, and from npm. */
const ECHO_MS = 1_000

/**
 * The first act of a run: the reports are its own, and say that it is not over. Where that cannot be, the process ends
 * with one line that says why. From here on a signal leaves no report that is another run's: early it ends the run,
 * late it changes nothing that has been said.
 *
 * @param words of the command line
 * @returns what is to be done about a signal, before a run listens itself and after
 */
export function openRun(words: readonly string[]): (signal: EndSignal) => void {
  const isRun = !readWords(words).options.some(({ name }) => ONLY_TOLD.includes(name))
  if (!isRun) return (signal) => process.exit(SIGNAL_EXIT_CODES[signal])
  const reports = published('NETRA_REPORTS') || 'reports'
  try {
    const brokenOff = claimReports(reports)
    if (brokenOff !== undefined) console.error(brokenOff)
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error
    console.error(`HARNESS ERROR: ${error.message}`)
    process.exit(EXIT_CODES['harness-error'])
  }
  return hearAround(reports)
}

function hearAround(reports: string): (signal: EndSignal) => void {
  let heardAt: number | undefined
  return (signal) => {
    const state = stateOfClaim(reports)
    if (state === 'running') return
    if (state === 'claimed') endEarly(reports, signal)
    if (heardAt !== undefined && performance.now() - heardAt > ECHO_MS) process.exit()
    heardAt ??= performance.now()
  }
}

function endEarly(reports: string, signal: EndSignal): never {
  const reason = `interrupted by ${signal} before anything was begun`
  giveUpReports(reports, reason, SIGNAL_EXIT_CODES[signal])
  console.error(`HARNESS ERROR: ${reason}`)
  process.exit(SIGNAL_EXIT_CODES[signal])
}
