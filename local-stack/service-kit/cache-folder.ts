import { accessSync, constants, lstatSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const NAME = 'netra-acceptance'

/** The user's own cache folder; a private one among temporary files where there is no home, or none to write to. */
export async function findCacheFolder(): Promise<string> {
  const temporary = join(tmpdir(), `${NAME}-${process.getuid?.() ?? 'cache'}`)
  // Without a home and without a name, the user's folders cannot even be named.
  const home = await import('env-paths').then(
    ({ default: envPaths }) => envPaths(NAME, { suffix: '' }).cache,
    () => temporary,
  )
  return [home, temporary].find(isUsable) ?? mkdtempSync(`${temporary}-`)
}

/** Whether the folder is there, or can be made, and belongs to this user. */
function isUsable(folder: string): boolean {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
    const found = lstatSync(folder)
    return found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid)
  } catch {
    return false
  }
}

/** Level by level: told to make all at once, Node tries for ever where a level above cannot be made. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    makeFolder(dirname(folder))
    mkdirSync(folder, { mode: 0o700 })
  }
}
