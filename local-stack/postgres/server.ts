import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { isNameless, startNamedProcess } from '#kit/child-process'

/** An empty database for one stack, and the way to be rid of it. */
export interface StackDatabase {
  readonly url: string
  /** Resolves with a reason when the server ends on its own. */
  readonly lost: Promise<string>
  drop(): Promise<void>
}

/** PostgreSQL could not be started or reached. */
export class DatabaseUnavailable extends Error {
  readonly code = 'DATABASE_UNAVAILABLE'
}

/**
 * A database for one stack: on the server that `serverUrl` names, else on a PostgreSQL of our own.
 *
 * @throws {DatabaseUnavailable}
 */
export async function openStackDatabase(serverUrl?: string): Promise<StackDatabase> {
  if (serverUrl) return createDatabase(serverUrl)
  const server = await startServer()
  return { url: server.url, lost: server.lost, drop: server.stop }
}

async function createDatabase(serverUrl: string): Promise<StackDatabase> {
  const name = `netra_${randomBytes(5).toString('hex')}`
  const url = new URL(serverUrl)
  await onServer(serverUrl, (sql) => sql`create database ${sql(name)}`)
  url.pathname = `/${name}`
  return {
    url: url.href,
    lost: new Promise(() => undefined),
    drop: () => onServer(serverUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  }
}

async function onServer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 })
  try {
    await work(sql)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DatabaseUnavailable(`the server of DATABASE_URL refused: ${reason}`)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

async function startServer(): Promise<{ url: string; lost: Promise<string>; stop: () => Promise<void> }> {
  const guardian = startNamedProcess(new URL('guardian.ts', import.meta.url))
  const ended = new Promise<string>((resolve) => {
    guardian.once('exit', (code, signal) => resolve(`PostgreSQL ended (${signal ?? code})`))
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
