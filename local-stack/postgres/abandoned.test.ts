import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { CLUSTER_PREFIX, noteKeeper, sweepAbandoned } from './abandoned.ts'

const GONE = String(2 ** 22 + 1)

describe('What a killed guardian has left', () => {
  it('is ended and removed, and what somebody looks after is not', async (test) => {
    const folder = await mkdtemp(join(tmpdir(), 'netra-test-'))
    test.after(() => rm(folder, { recursive: true }))
    const home = (name: string): string => join(folder, `${CLUSTER_PREFIX}${name}`)
    for (const name of ['left', 'kept', 'begun']) await mkdir(join(home(name), 'data'), { recursive: true })
    await mkdir(join(folder, 'foreign'))
    const server = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
    test.after(() => server.kill())
    const ended = once(server, 'exit')
    await writeFile(join(home('left'), 'guardian.pid'), GONE)
    await writeFile(join(home('left'), 'data', 'postmaster.pid'), `${server.pid}\n/data\n`)
    await noteKeeper(home('kept'))
    await sweepAbandoned(folder)
    assert.deepEqual(await ended, [null, 'SIGQUIT'])
    const left = (await readdir(folder)).map((name) => name.replace(CLUSTER_PREFIX, ''))
    assert.deepEqual(left.sort(), ['begun', 'foreign', 'kept'])
  })
})
