import { mkdtemp, rm, chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { openTemporaryFolder } from './programs.ts'
import { startOnFreePort } from './starting.ts'
import { copyCluster, findOrMakeTemplate } from './template.ts'

/** A throw-away PostgreSQL server of our own. */
export interface Cluster {
  /** `postgres://…` of its maintenance database. */
  readonly url: string
  stop(): Promise<void>
}

/** Starts PostgreSQL on a free loopback port, on a copy of the template. */
export async function startCluster(): Promise<Cluster> {
  const template = await findOrMakeTemplate()
  const home = await mkdtemp(join(await openTemporaryFolder(), 'netra-postgres-'))
  try {
    await chmod(home, 0o711)
    await copyCluster(template.dataDirectory, join(home, 'data'))
    const { postgres, port } = await startOnFreePort(join(home, 'data'))
    return {
      url: `postgres://postgres:${template.password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await postgres.stop()
        await rm(home, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(home, { recursive: true, force: true })
    throw error
  }
}
