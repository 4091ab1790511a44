import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseJson } from '#contract/json'
import { BadSettings } from '#target/environment'
import { replaceReports } from './unfinished.ts'

/** Who writes the reports of a folder, as `running.json` there tells it. */
interface Holder {
  readonly pid: number
  /** When that process was started, as its system counts it: an id is given again. */
  readonly born: string
  readonly host: string
  readonly at: string
  /** Of the run's temporary files, once it has some. */
  readonly folder?: string | undefined
}

/**
 * Takes a folder of reports for this process, one run at a time, and replaces what an earlier run has left there by
 * "unfinished". What this process has taken already is its own.
 *
 * @returns one line about the last run there, if it was broken off before it could say anything
 * @throws {BadSettings} in one line: another run is writing there, or nothing can be written
 */
export function claimReports(reports: string): string | undefined {
  const last = readHolder(reports)
  if (last && isMine(last)) return undefined
  if (last && isAlive(last))
    throw new BadSettings(
      `another run writes to ${reports} (process ${last.pid}, since ${last.at}): wait for it, or set NETRA_REPORTS`,
    )
  const at = new Date()
  try {
    replaceReports(reports, { at, reason: `the run of ${at.toISOString()} is not over`, exitCode: 3 })
    write(reports, { ...self(), at: at.toISOString() })
  } catch (error) {
    throw unwritable(reports, error)
  }
  return last && sweep(last)
}

/** Says where the temporary files of the run are: the next one removes them, should this one be killed. */
export function noteRunFolder(reports: string, folder: string): void {
  const at = readHolder(reports)?.at ?? new Date().toISOString()
  write(reports, { ...self(), at, folder })
}

/** How far the run of this process is: only claimed, running, or over. */
export function stateOfClaim(reports: string): 'claimed' | 'running' | 'over' {
  const holder = readHolder(reports)
  if (!holder || !isMine(holder)) return 'over'
  return holder.folder === undefined ? 'claimed' : 'running'
}

/** Nothing has been begun, and nothing will be: the reports say why. */
export function giveUpReports(reports: string, reason: string, exitCode: number): void {
  replaceReports(reports, { at: new Date(), reason, exitCode })
  releaseReports(reports)
}

/** All is said: the next run may begin. */
export function releaseReports(reports: string): void {
  rmSync(join(reports, NAME), { force: true })
}

/**
 * That a run cannot write where it has to, in one line.
 *
 * @param error of the file system
 * @param setting that names another place
 */
export function unwritable(place: string, error: unknown, setting = 'NETRA_REPORTS'): BadSettings {
  const { code = String(error) } = error as NodeJS.ErrnoException
  const why = code === 'ENOSPC' ? 'no space is left there' : code
  return new BadSettings(`${place} cannot be written to (${why}): make room, or set ${setting}`)
}

const NAME = 'running.json'

function self(): Omit<Holder, 'at'> {
  return { pid: process.pid, born: birthOf(process.pid), host: hostname() }
}

function write(reports: string, holder: Holder): void {
  writeFileSync(join(reports, NAME), `${JSON.stringify(holder)}\n`)
}

function readHolder(reports: string): Holder | undefined {
  try {
    const told = parseJson(readFileSync(join(reports, NAME), 'utf8')) as Partial<Holder> | undefined
    const { pid = 0, born = '', host = '', at = '', folder } = told ?? {}
    return { pid, born, host, at, folder }
  } catch {
    return undefined
  }
}

function isMine({ pid, born, host }: Holder): boolean {
  return pid === process.pid && host === hostname() && born === birthOf(pid)
}

/** Of another machine, or another container, nothing can be known: it is taken for gone. */
function isAlive({ pid, born, host }: Holder): boolean {
  if (pid <= 0 || pid === process.pid || host !== hostname()) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return birthOf(pid) === born
}

const START_TIME = 19

/** In ticks since the system was started; empty where it is not told so. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Behind the name of the program, which may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_TIME] ?? ''
  } catch {
    return ''
  }
}

/** Only what a run has made itself is removed, whatever stands in the file. */
function sweep({ at, pid, folder = '' }: Holder): string {
  const name = basename(folder)
  if (/^netra-run-\w+$/.test(name)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  return `The last run here, of ${at} (process ${pid}), was broken off before it could say anything.`
}
