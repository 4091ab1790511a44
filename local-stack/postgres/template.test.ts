import assert from 'node:assert/strict'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { onServer } from './maintenance.ts'
import { openStackDatabase } from './server.ts'

describe('The template that the next start can use again', { skip: process.platform !== 'linux' }, () => {
  const usual = process.env['XDG_CACHE_HOME']
  let mine = ''
  /** By the test before. */
  let kept = { folder: '', made: '' }
  before(async () => {
    mine = await mkdtemp(join(tmpdir(), 'netra-test-'))
    await chmod(mine, 0o711)
    process.env['XDG_CACHE_HOME'] = mine
  })
  after(async () => {
    if (usual === undefined) delete process.env['XDG_CACHE_HOME']
    else process.env['XDG_CACHE_HOME'] = usual
    await rm(mine, { recursive: true })
  })

  /** Starts a server once, and ends it. @returns the only template there is, and which one it is */
  async function startOnce(): Promise<{ folder: string; made: string }> {
    const database = await openStackDatabase()
    await onServer(database.url, (sql) => sql`select from backend.threads`).finally(() => database.drop())
    const cache = join(mine, 'netra-acceptance')
    const [name = '', ...others] = (await readdir(cache)).filter((entry) => entry.startsWith('postgres-'))
    assert.deepEqual(others, [])
    return { folder: join(cache, name), made: await readFile(join(cache, name, 'password'), 'utf8') }
  }

  it('is used again', async () => {
    kept = await startOnce()
    assert.equal((await startOnce()).made, kept.made)
  })

  for (const [what, lost] of Object.entries({
    'is incomplete': 'password',
    'is refused by PostgreSQL': 'data/global',
    'has no database to copy': 'data/base',
  })) {
    it(`is made anew when it ${what}`, async () => {
      await rm(join(kept.folder, lost), { recursive: true })
      const { made } = kept
      kept = await startOnce()
      assert.notEqual(kept.made, made)
    })
  }
})
