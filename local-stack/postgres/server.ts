import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { isNameless, startNamedProcess } from '#kit/child-process'
import { sweepAbandoned } from './abandoned.ts'
import { DatabaseUnavailable, onServer } from './maintenance.ts'
import { openTemporaryFolder } from './programs.ts'
import { READY_DATABASE } from './template.ts'

/** An empty database for one stack, and the way to be rid of it. */
export interface StackDatabase {
  readonly url: string
  /** Of the server that it is on, where others like it can be made. */
  readonly serverUrl: string
  /** Resolves with a reason when the server ends on its own. */
  readonly lost: Promise<string>
  drop(): Promise<void>
}

/**
 * A database for one stack: on the server that `serverUrl` names, else on a PostgreSQL of our own.
 *
 * @throws {DatabaseUnavailable}
 */
export async function openStackDatabase(serverUrl?: string): Promise<StackDatabase> {
  if (serverUrl) return createDatabase(serverUrl)
  const server = await startServer()
  // The server is thrown away with it: the database of which others are made will do.
  return {
    url: inDatabase(server.url, READY_DATABASE),
    serverUrl: server.url,
    lost: server.lost,
    drop: server.stop,
  }
}

async function createDatabase(serverUrl: string): Promise<StackDatabase> {
  const name = `netra_${randomBytes(5).toString('hex')}`
  await onServer(serverUrl, async (sql) => {
    const [ready] = await sql`select from pg_database where datname = ${READY_DATABASE} and datistemplate`
    await (ready
      ? sql`create database ${sql(name)} template ${sql(READY_DATABASE)}`
      : sql`create database ${sql(name)}`)
  })
  return {
    url: inDatabase(serverUrl, name),
    serverUrl,
    lost: new Promise(() => undefined),
    drop: () => onServer(serverUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  }
}

async function startServer(): Promise<{ url: string; lost: Promise<string>; stop: () => Promise<void> }> {
  const guardian = startNamedProcess(new URL('guardian.ts', import.meta.url))
  const ended = new Promise<string>((resolve) => {
    guardian.once('exit', (code, signal) => {
      const ending = `PostgreSQL ended (${signal ?? code})`
      // Killed, it could not take with it what it looked after.
      const swept = code === 0 ? Promise.resolve() : openTemporaryFolder().then(sweepAbandoned)
      swept.catch(() => undefined).finally(() => resolve(ending))
    })
    guardian.once('error', (error) => resolve(error.message))
  })
  const url = await firstWord(guardian, ended)
  const stop = async (): Promise<void> => {
    if (guardian.connected) guardian.disconnect()
    await ended
  }
  return { url, lost: ended, stop }
}

async function firstWord(guardian: ChildProcess, ended: Promise<string>): Promise<string> {
  const word = new Promise<{ url?: string; failed?: string }>((resolve) => guardian.once('message', resolve))
  const answer = await Promise.race([word, ended.then((failed) => ({ failed, url: undefined }))])
  if (answer.url) return answer.url
  const advice = isNameless()
    ? '; it needs a user who has a name: give this one a name, or set DATABASE_URL'
    : ''
  throw new DatabaseUnavailable(`PostgreSQL cannot start: ${answer.failed}${advice}`)
}

function inDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
