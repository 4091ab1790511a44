import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'

const MODULE = new URL('cache-folder.ts', import.meta.url).href

/** Asked by a process with such an environment. */
function findWith(environment: NodeJS.ProcessEnv): string {
  const words = `import(${JSON.stringify(MODULE)}).then((it) => it.findCacheFolder()).then(console.log)`
  const env = { PATH: process.env['PATH'], ...environment }
  return execFileSync(process.execPath, ['-e', words], { env, timeout: 30_000 }).toString().trim()
}

describe('The folder for what the next start can use again', { skip: process.platform !== 'linux' }, () => {
  let mine = ''
  before(async () => void (mine = await mkdtemp(join(tmpdir(), 'netra-test-'))))
  after(() => rm(mine, { recursive: true }))

  it("is in the user's home, and made level by level", async () => {
    const folder = findWith({ HOME: join(mine, 'not', 'yet'), TMPDIR: mine })
    assert.equal(folder, join(mine, 'not', 'yet', '.cache', 'netra-acceptance'))
    assert((await stat(folder)).isDirectory())
  })

  for (const home of ['/proc/nobody/home', '/dev/null/home', '/proc/1']) {
    it(`is a private one among temporary files where there can be none in the home: ${home}`, async () => {
      const folder = findWith({ HOME: home, TMPDIR: mine })
      assert.equal(folder, join(mine, `netra-acceptance-${process.getuid?.()}`))
      assert.equal((await stat(folder)).mode & 0o777, 0o700)
    })
  }

  it('is never one that is no folder of this user', async () => {
    const other = await mkdtemp(join(mine, 'other-'))
    await symlink('/proc', join(other, `netra-acceptance-${process.getuid?.()}`))
    const folder = findWith({ HOME: '/proc/nobody/home', TMPDIR: other })
    assert.match(folder, /netra-acceptance-\w+-\w{6}$/)
  })
})
