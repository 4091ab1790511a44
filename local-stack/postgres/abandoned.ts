import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Of the folder of a cluster; behind it comes whatever makes it unique. */
export const CLUSTER_PREFIX = 'netra-postgres-'

const KEEPER = 'guardian.pid'
const GLANCE_MS = 50
const LONGEST_END_MS = 5_000

/** Notes in the folder of a cluster that this process looks after it. */
export function noteKeeper(home: string): Promise<void> {
  return writeFile(join(home, KEEPER), String(process.pid))
}

/**
 * Ends the servers, and removes the files, of clusters that nobody looks after any more: their guardian was killed.
 *
 * @param folder in which clusters are kept
 */
export async function sweepAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const homes = names.filter((name) => name.startsWith(CLUSTER_PREFIX)).map((name) => join(folder, name))
  await Promise.all(homes.map((home) => sweep(home)))
}

async function sweep(home: string): Promise<void> {
  const keeper = await readPid(join(home, KEEPER))
  // Who is not known yet has only just begun.
  if (keeper === undefined || isThere(keeper)) return
  const server = await readPid(join(home, 'data', 'postmaster.pid'))
  if (server !== undefined) await end(server)
  await rm(home, { recursive: true, force: true })
}

async function end(pid: number): Promise<void> {
  try {
    // At once, without waiting for its clients: its data is thrown away.
    process.kill(pid, 'SIGQUIT')
  } catch {
    return
  }
  for (let waited = 0; isThere(pid) && waited < LONGEST_END_MS; waited += GLANCE_MS) await pause(GLANCE_MS)
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function readPid(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  return pid > 0 ? pid : undefined
}
