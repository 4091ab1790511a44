import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { SuiteCommand } from '#testing/suite-command'

const STACK = /local-stack\/(main|service-process|postgres\/guardian)\.ts/

describe('A run whose parent is gone', { skip: process.platform === 'win32' }, () => {
  it('takes everything back, says so, and leaves nothing running, if npm started it', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-test-'))
    // Started by root, PostgreSQL runs as somebody else.
    chmodSync(folder, 0o711)
    const environment = { npm_command: 'exec', TMPDIR: folder }
    const run = new SuiteCommand(['--tags', '@AUTH-3'], environment, { byShell: true })
    test.after(() => rmSync(folder, { recursive: true }))
    test.after(() => run.discard())
    await run.hasSaid(/^▸/m)
    const stack = run.descendants(STACK)
    run.signal('SIGTERM')
    await run.ended
    expect(run.conclusion.split('\n')[0]).to.equal(
      'HARNESS ERROR: interrupted: the process that started it is gone',
    )
    expect(run.verdict).to.include({ verdict: 'harness-error', exit_code: 143 })
    for (const pid of stack) expect(() => process.kill(pid, 0)).to.throw()
    expect(readdirSync(folder).filter((name) => name.startsWith('netra-'))).to.deep.equal([])
  })

  it('goes on to its end, if a shell started it', async (test) => {
    const run = new SuiteCommand(['--tags', '@AUTH-3'], {}, { byShell: true })
    test.after(() => run.discard())
    await run.hasSaid(/^▸/m)
    run.signal('SIGTERM')
    await run.ended
    expect(run.conclusion).to.match(/^PASSED: 1 of 1 promises kept/)
  })
})
