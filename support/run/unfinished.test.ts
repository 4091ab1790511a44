import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { VERDICT_SCHEMA_VERSION, VerdictFile } from '#verdict/verdict-schema'
import { replaceReports } from './unfinished.ts'

const UNFINISHED = {
  at: new Date('2026-11-30T08:00:00Z'),
  reason: 'the run of "<today>" is not over',
  exitCode: 3,
}

function openFolder(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'netra-test-'))
  test.after(() => rmSync(folder, { recursive: true }))
  return folder
}

describe('The first act of a run', () => {
  it('replaces every report of an earlier run, and keeps what is kept of all runs', (test) => {
    const folder = openFolder(test)
    mkdirSync(join(folder, 'evidence'))
    const before = ['acceptance.html', 'verdict.json', 'cucumber.html', 'messages.ndjson', 'stack.log']
    for (const name of [...before, 'history.json']) writeFileSync(join(folder, name), 'of the last run')
    replaceReports(folder, UNFINISHED)
    const now = [
      'acceptance.html',
      'cucumber.html',
      'history.json',
      'junit.xml',
      'summary.md',
      'verdict.json',
    ]
    expect(readdirSync(folder)).to.deep.equal(now)
    for (const name of now.filter((one) => one !== 'history.json')) {
      expect(readFileSync(join(folder, name), 'utf8'))
        .to.include('is not over')
        .and.not.to.include('of the last run')
    }
  })

  it('says so as every run does, in whatever words', (test) => {
    const folder = openFolder(test)
    replaceReports(join(folder, 'deep', 'in'), UNFINISHED)
    const told: unknown = JSON.parse(readFileSync(join(folder, 'deep', 'in', 'verdict.json'), 'utf8'))
    expect(VerdictFile.parse(told)).to.deep.equal(told)
    expect(told).to.include({ schema_version: VERDICT_SCHEMA_VERSION, exit_code: 3 })
    for (const name of ['acceptance.html', 'junit.xml']) {
      expect(readFileSync(join(folder, 'deep', 'in', name), 'utf8')).not.to.include('<today>')
    }
  })

  it('fails at once where no folder can be made', { skip: !existsSync('/proc/sys') }, () => {
    expect(() => replaceReports('/proc/sys/deep/reports', UNFINISHED)).to.throw(/ENOENT|EACCES|EPERM/)
  })
})
