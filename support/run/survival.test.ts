import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { SuiteCommand } from '#testing/suite-command'
import { seconds } from '#waiting/duration'
import { eventually } from '#waiting/eventually'

const STACK = /local-stack\/(main|service-process|postgres\/guardian)\.ts|bin\/postgres/
const OF_ANOTHER_RUN = 'of another run'

/** A folder for temporary files that PostgreSQL can enter. */
function openFolder(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'netra-test-'))
  execFileSync('chmod', ['711', folder])
  test.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function start(
  test: TestContext,
  environment: Record<string, string>,
  args = ['--tags', '@AUTH-3'],
): SuiteCommand {
  const run = new SuiteCommand(args, environment)
  test.after(() => run.discard())
  return run
}

/** A folder without any room; only root may make one. */
function openFullFolder(test: TestContext): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'netra-test-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=711', 'tmpfs', folder])
  test.after(() => {
    if (status === 0) execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  })
  if (status !== 0) return undefined
  spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'full')}`, 'bs=4k', 'count=64'])
  return folder
}

const sayingNoSpace = /^HARNESS ERROR: .*no space is left/m

describe('The reports of a run', { skip: process.platform === 'win32' }, () => {
  it('are never those of another one, though it is ended while it is being loaded', async (test) => {
    const run = start(test, {})
    writeFileSync(join(run.reports, 'verdict.json'), OF_ANOTHER_RUN)
    writeFileSync(join(run.reports, 'cucumber.html'), OF_ANOTHER_RUN)
    await eventually(
      { what: 'its first act', limit: seconds(20), stop: test.signal },
      () => Promise.resolve(run.report('verdict.json')),
      (told) => told !== OF_ANOTHER_RUN,
      String,
    )
    run.signal('SIGINT')
    expect(await run.ended).to.equal(130)
    expect(run.verdict).to.include({ verdict: 'harness-error', exit_code: 130 })
    expect(run.report('cucumber.html')).not.to.include(OF_ANOTHER_RUN)
  })

  it('are refused to a second run, in one line', async (test) => {
    const first = start(test, {})
    await first.hasSaid(/^▸/m)
    const second = start(test, { NETRA_REPORTS: first.reports })
    expect(await second.ended).to.equal(3)
    expect(second.said.trim()).to.match(
      /^HARNESS ERROR: another run writes to .*: wait for it, or set NETRA_REPORTS$/,
    )
    first.signal('SIGINT')
    expect(await first.ended).to.equal(130)
  })

  it('say after kill -9 that the run is not over; the next one tells of it, and sweeps', async (test) => {
    const folder = openFolder(test)
    const run = start(test, { TMPDIR: folder })
    await run.hasSaid(/^▸/m)
    run.signal('SIGKILL')
    await run.ended
    expect(run.verdict.sentence).to.match(/^HARNESS ERROR: the run of .* is not over$/)
    const next = start(test, { TMPDIR: folder, NETRA_REPORTS: run.reports }, ['--tags', '@none'])
    expect(await next.ended).to.equal(3)
    expect(next.said).to.match(/^The last run here, of .*, was broken off before it could say anything\.$/m)
    expect(readdirSync(folder).filter((name) => name.startsWith('netra-run-'))).to.deep.equal([])
  })

  it('cannot be written where there is no room, and that is said in one line', async (test) => {
    const full = openFullFolder(test)
    if (full === undefined) return test.skip('only root may mount a full folder')
    const run = start(test, { NETRA_REPORTS: join(full, 'reports') })
    expect(await run.ended).to.equal(3)
    expect(run.said.trim()).to.match(sayingNoSpace).and.not.to.include('\n')
  })
})

describe('A run', { skip: process.platform === 'win32' }, () => {
  it('without room for temporary files says so, and leaves nothing', async (test) => {
    const full = openFullFolder(test)
    if (full === undefined) return test.skip('only root may mount a full folder')
    const run = start(test, { TMPDIR: full })
    expect(await run.ended).to.equal(3)
    expect(run.said).to.match(sayingNoSpace)
    expect(readdirSync(full)).to.deep.equal(['full'])
  })

  it('whose PostgreSQL has lost its guardian leaves nothing of it running', async (test) => {
    const folder = openFolder(test)
    const run = start(test, { TMPDIR: folder })
    await run.hasSaid(/^▸/m)
    const [stack, guardian] = [run.descendants(STACK), run.descendants(/guardian\.ts/)[0] ?? 0]
    process.kill(guardian, 'SIGKILL')
    expect(await run.ended).to.equal(4)
    expect(run.conclusion).to.match(/^TARGET UNHEALTHY: the target was lost: /)
    for (const pid of stack) expect(() => process.kill(pid, 0)).to.throw()
    expect(readdirSync(folder).filter((name) => name.startsWith('netra-'))).to.deep.equal([])
  })

  it('ends at once where its reports can never be', { skip: process.platform !== 'linux' }, async (test) => {
    const run = start(test, { NETRA_REPORTS: '/proc/sys/reports' })
    expect(await run.ended).to.equal(3)
    expect(run.said.trim()).to.match(/^HARNESS ERROR: \/proc\/sys\/reports cannot be written to \(\w+\): .*$/)
  })
})
