import { mkdtemp, rm, chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { CLUSTER_PREFIX, noteKeeper, sweepAbandoned } from './abandoned.ts'
import { onServer } from './maintenance.ts'
import { openTemporaryFolder } from './programs.ts'
import { startOnFreePort } from './starting.ts'
import {
  copyCluster,
  discardTemplate,
  findTemplate,
  makeTemplate,
  READY_DATABASE,
  type Template,
} from './template.ts'

/** A throw-away PostgreSQL server of our own. */
export interface Cluster {
  /** `postgres://…` of its maintenance database. */
  readonly url: string
  stop(): Promise<void>
}

/** Starts PostgreSQL on a free loopback port, on a copy of the template. */
export async function startCluster(): Promise<Cluster> {
  await sweepAbandoned(await openTemporaryFolder())
  const kept = await findTemplate()
  // What was kept may have been damaged since, or belong to a system user who is another one now.
  const cluster = kept && (await startOnCopy(kept).catch(discardUnlessFull))
  return cluster ?? startOnCopy(await makeTemplate().catch(sayIfFull))
}

/** On a full disk nothing is the matter with what was kept. */
function discardUnlessFull(error: unknown): Promise<undefined> {
  return NO_SPACE.test(String(error)) ? sayIfFull(error) : discardTemplate()
}

const NO_SPACE = /[^\n]*(?:ENOSPC|No space left on device)[^\n]*/

function sayIfFull(error: unknown): never {
  const [line] = NO_SPACE.exec(String(error)) ?? []
  throw line === undefined ? error : new Error(`no space is left: ${line.trim()}`, { cause: error })
}

async function startOnCopy(template: Template): Promise<Cluster> {
  const home = await mkdtemp(join(await openTemporaryFolder(), CLUSTER_PREFIX))
  const stops = [() => rm(home, { recursive: true, force: true })]
  const stop = async (): Promise<void> => {
    for (const undo of stops) await undo()
  }
  try {
    await noteKeeper(home)
    await chmod(home, 0o711)
    await copyCluster(template.dataDirectory, join(home, 'data'))
    const { postgres, port } = await startOnFreePort(join(home, 'data'))
    stops.unshift(() => postgres.stop())
    const server = `postgres://postgres:${template.password}@127.0.0.1:${port}`
    await onServer(`${server}/${READY_DATABASE}`, (sql) => sql`select`)
    return { url: `${server}/postgres`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
