import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { fingerprintOf, migrationsOf, SCHEMAS } from './schemas.ts'

describe('The migrations of the schemas', () => {
  let mine = ''
  before(async () => void (mine = await mkdtemp(join(tmpdir(), 'netra-test-'))))
  after(() => rm(mine, { recursive: true }))

  async function folderOf(files: Readonly<Record<string, string>>): Promise<URL> {
    const folder = await mkdtemp(join(mine, 'migrations-'))
    for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql)
    return pathToFileURL(`${folder}/`)
  }

  for (const [schema, folder] of Object.entries(SCHEMAS)) {
    it(`are numbered 1, 2, 3 … for ${schema}`, () => {
      const versions = migrationsOf(folder).map(({ version }) => version)
      assert.notEqual(versions.length, 0)
      assert.deepEqual(
        versions,
        [...versions.keys()].map((index) => index + 1),
      )
    })
  }

  it('are read oldest first, by number and not by name, and nothing else is', async () => {
    const folder = await folderOf({
      '10.do.c.sql': 'c',
      '2.do.b.sql': 'b',
      '001.do.a.sql': 'a',
      'read.me': 'd',
    })
    const expected = [
      { version: 1, sql: 'a' },
      { version: 2, sql: 'b' },
      { version: 10, sql: 'c' },
    ]
    assert.deepEqual(migrationsOf(folder), expected)
  })

  it('have the same fingerprint wherever they are', async () => {
    const files = { '1.do.a.sql': 'a', '2.do.b.sql': 'b' }
    const [one, other] = [{ auth: await folderOf(files) }, { auth: await folderOf(files) }]
    assert.equal(fingerprintOf(one), fingerprintOf(other))
    assert.match(fingerprintOf(one), /^[0-9a-f]{12}$/)
  })

  for (const [what, schema, files] of [
    ['one is changed', 'auth', { '1.do.a.sql': 'a;' }],
    ['one is added', 'auth', { '1.do.a.sql': 'a', '2.do.b.sql': 'b' }],
    ['one gets another number', 'auth', { '2.do.a.sql': 'a' }],
    ['one moves to another schema', 'backend', { '1.do.a.sql': 'a' }],
  ] as const) {
    it(`have another fingerprint when ${what}`, async () => {
      const usual = fingerprintOf({ auth: await folderOf({ '1.do.a.sql': 'a' }) })
      assert.notEqual(fingerprintOf({ [schema]: await folderOf(files) }), usual)
    })
  }
})
