import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CACHE_FOLDER } from '#kit/child-process'
import { openDatabase } from '#kit/database'
import { fingerprintOf, SCHEMAS, type Schema } from '#kit/schemas'
import { onServer } from './maintenance.ts'
import { IS_ROOT, loadPostgres, openTemporaryFolder } from './programs.ts'
import { postgresVersion, startOnFreePort } from './starting.ts'

const run = promisify(execFile)

/**
 * A freshly initialised cluster, kept in the user's cache folder so that a start only copies it. In it is a database
 * with every migration done, `netra`, of which others can be made.
 */
export interface Template {
  readonly dataDirectory: string
  /** Of the cluster's superuser, `postgres`. */
  readonly password: string
}

/** The name of the database with every migration done. */
export const READY_DATABASE = 'netra'

/** The template of this PostgreSQL version and these migrations, if an earlier start has kept it. */
export async function findTemplate(): Promise<Template | undefined> {
  const home = await findHome()
  if (await isComplete(home)) return readTemplate(home)
  await discardTemplate()
  return undefined
}

/** Removes what cannot be used, at once for all others. */
export async function discardTemplate(): Promise<undefined> {
  const home = await findHome()
  const leaving = `${home}.${randomBytes(4).toString('hex')}`
  // Where nothing is, nothing is in the way.
  await rename(home, leaving).catch(() => undefined)
  await rm(leaving, { recursive: true, force: true })
}

async function findHome(): Promise<string> {
  return join(CACHE_FOLDER, `postgres-${await postgresVersion()}-${fingerprintOf(SCHEMAS)}`)
}

async function readTemplate(home: string): Promise<Template> {
  return { dataDirectory: join(home, 'data'), password: await readFile(join(home, 'password'), 'utf8') }
}

/** Copies a cluster with its owner and modes, as PostgreSQL refuses a folder that others may read. */
export async function copyCluster(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') await cp(from, to, { recursive: true })
  else await run('cp', ['-a', from, to])
}

async function isComplete(home: string): Promise<boolean> {
  const checks = [access(join(home, 'password'))]
  // PostgreSQL refuses to run as root, so the cluster belongs to a system user that must still exist.
  if (IS_ROOT) checks.push(run('id', ['postgres']).then(() => undefined))
  return Promise.all(checks).then(
    () => true,
    () => false,
  )
}

/** Makes it (seconds), and keeps it for the next start. */
export async function makeTemplate(): Promise<Template> {
  const home = await findHome()
  // Made under /tmp first: the system user of a root run cannot enter root's own cache folder.
  const workshop = await mkdtemp(join(await openTemporaryFolder(), 'netra-template-'))
  try {
    const password = randomBytes(18).toString('base64url')
    await initialise(join(workshop, 'data'), password)
    await migrateIn(join(workshop, 'data'), password)
    await writeFile(join(workshop, 'password'), password, { mode: 0o600 })
    const arriving = `${home}.${randomBytes(4).toString('hex')}`
    await copyCluster(workshop, arriving)
    await settle(arriving, home)
    return await readTemplate(home)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

/** Two first runs may race; the later one keeps the earlier one's template. */
async function settle(arriving: string, home: string): Promise<void> {
  try {
    await rename(arriving, home)
  } catch {
    await rm(arriving, { recursive: true, force: true })
    if (!(await isComplete(home))) throw new Error(`the folder ${home} is in the way: remove it`)
  }
}

async function initialise(databaseDir: string, password: string): Promise<void> {
  await run('chmod', ['711', join(databaseDir, '..')]).catch(() => undefined)
  const said: string[] = []
  const Postgres = await loadPostgres(await postgresVersion())
  const cluster = new Postgres({
    databaseDir,
    password,
    createPostgresUser: IS_ROOT,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--wal-segsize=1', '--no-sync'],
    onLog: (line) => said.push(line),
    onError: (line) => said.push(String(line)),
  })
  await cluster.initialise().catch((error: unknown) => {
    throw new Error(`initdb failed: ${said.join(' ').trim() || String(error)}`)
  })
}

/** Makes the database with every migration done. */
async function migrateIn(databaseDir: string, password: string): Promise<void> {
  const { postgres, port } = await startOnFreePort(databaseDir)
  try {
    const server = `postgres://postgres:${password}@127.0.0.1:${port}`
    await onServer(
      `${server}/postgres`,
      (sql) => sql`create database ${sql(READY_DATABASE)} is_template true`,
    )
    for (const schema of Object.keys(SCHEMAS) as Schema[]) {
      const database = await openDatabase(`${server}/${READY_DATABASE}`, schema)
      await database.end()
    }
  } finally {
    await postgres.stop()
  }
}
