import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { AccountableError } from '#errors/accountable'

/** The only file that reads or writes the process's environment. */

/** Variables by name, as somebody has set them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The suite was told something it cannot use. The message is one line and says what to do. */
export class BadSettings extends AccountableError {
  readonly blames = 'suite'
  readonly code = 'BAD_SETTINGS'
}

/**
 * The environment, with the dotenv file underneath it: `.env`, or the one that `DOTENV_CONFIG_PATH` names.
 * What is set in the environment itself counts more than the file.
 *
 * @throws {BadSettings} when the named file does not exist, or one of them cannot be read
 */
export function readEnvironment(): Environment {
  const named = process.env['DOTENV_CONFIG_PATH'] || undefined
  const file = named ?? '.env'
  if (existsSync(file)) return { ...parse(read(file)), ...process.env }
  if (named === undefined) return { ...process.env }
  throw new BadSettings(`DOTENV_CONFIG_PATH names ${named}, which does not exist: correct it or unset it`)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new BadSettings(`${file} cannot be read (${code}): it must be a dotenv file, as .env.example is`)
  }
}

/** What every program needs, and nothing that somebody has set for runs of their own. */
export function plainEnvironment(): Environment {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }) }
}

/** What the coordinator has handed on to its workers. */
export function published(name: string): string | undefined {
  return process.env[name]
}

/** Hands values on to the workers, which are started later with this environment. */
export function publish(values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values)
}

/** Which worker this is: 0, 1, 2 … */
export function workerNumber(): number {
  return Number(process.env['CUCUMBER_WORKER_ID'] ?? 0)
}
