import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { IS_ROOT, openTemporaryFolder } from './programs.ts'

describe('A folder for temporary files of PostgreSQL', () => {
  const usual = process.env['TMPDIR']
  let mine = ''
  before(async () => void (mine = await mkdtemp(join(tmpdir(), 'netra-test-'))))
  after(async () => {
    if (usual === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usual
    await rm(mine, { recursive: true })
  })

  it('is the usual one', async () => {
    assert.equal(await openTemporaryFolder(), tmpdir())
  })

  it('is one that a system user can enter, when root has a private one', { skip: !IS_ROOT }, async () => {
    process.env['TMPDIR'] = mine
    assert.equal(await openTemporaryFolder(), '/tmp')
  })
})
