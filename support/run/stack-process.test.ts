import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { plainEnvironment } from '#target/environment'
import { milliseconds } from '#waiting/duration'
import { startStackProcess, StackNotStarted } from './stack-process.ts'

describe('A local stack that does not get ready', () => {
  it('is given up after its limit, in one line, and ended', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-test-'))
    test.after(() => rmSync(folder, { recursive: true }))
    const start = startStackProcess(folder, join(folder, 'stack.log'), plainEnvironment(), milliseconds(300))
    const error: unknown = await start.catch((reason: unknown) => reason)
    expect(error).to.be.instanceOf(StackNotStarted)
    expect(String(error)).to.match(/PostgreSQL and its services were not all ready after 300 ms/)
    expect(execFileSync('ps', ['-A', '-o', 'args=']).toString()).not.to.include(folder)
  })
})
