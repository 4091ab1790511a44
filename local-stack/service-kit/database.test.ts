import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { onServer } from '#postgres/maintenance'
import { openStackDatabase, type StackDatabase } from '#postgres/server'
import { openDatabase } from './database.ts'
import { migrationsOf, SCHEMAS, type Schema } from './schemas.ts'

const NEWEST = migrationsOf(SCHEMAS.backend).at(-1)?.version

describe("A service's database", () => {
  let server: StackDatabase
  let made: string[] = []
  before(async () => void (server = await openStackDatabase(process.env['DATABASE_URL'])))
  after(async () => {
    await onServer(server.serverUrl, async (sql) => {
      for (const name of made) await sql`drop database ${sql(name)} with (force)`
    })
    await server.drop()
  })

  async function makeEmpty(): Promise<URL> {
    const name = `netra_test_${randomBytes(5).toString('hex')}`
    await onServer(server.serverUrl, (sql) => sql`create database ${sql(name)} template template0`)
    made = [...made, name]
    return Object.assign(new URL(server.serverUrl), { pathname: `/${name}` })
  }

  /** From now on, whoever changes anything in it is refused. */
  async function close(url: URL): Promise<void> {
    const name = url.pathname.slice(1)
    await onServer(
      url.href,
      (sql) => sql`alter database ${sql(name)} set default_transaction_read_only to on`,
    )
  }

  async function versionOf(url: URL): Promise<unknown> {
    const sql = await openDatabase(url.href, 'backend')
    const [newest] = await sql`select max(version)::int as version from schema_version`
    await sql.end()
    return newest?.['version']
  }

  it('is migrated when it is empty', async () => {
    const url = await makeEmpty()
    const sql = await openDatabase(url.href, 'backend')
    assert.deepEqual([...(await sql`select * from threads`)], [])
    await sql.end()
    assert.equal(await versionOf(url), NEWEST)
  })

  it('is migrated when it has not every migration', async () => {
    const url = await makeEmpty()
    assert.equal(await versionOf(url), NEWEST)
    await onServer(url.href, async (sql) => {
      await sql`drop table backend.model_prices`
      await sql`delete from backend.schema_version where version = ${NEWEST ?? 0}`
    })
    assert.equal(await versionOf(url), NEWEST)
    await onServer(url.href, (sql) => sql`select from backend.model_prices`)
  })

  it('is not touched when it is current', async () => {
    const url = await makeEmpty()
    assert.equal(await versionOf(url), NEWEST)
    await close(url)
    assert.equal(await versionOf(url), NEWEST)
    await assert.rejects(openDatabase(url.href, 'auth'), /read-only transaction/)
  })

  it(
    'is current from the start when the server is our own',
    { skip: 'DATABASE_URL' in process.env },
    async () => {
      const copy = await openStackDatabase(server.serverUrl)
      await close(new URL(copy.url))
      for (const schema of Object.keys(SCHEMAS) as Schema[]) {
        const sql = await openDatabase(copy.url, schema)
        await sql.end()
      }
      await copy.drop()
    },
  )
})
