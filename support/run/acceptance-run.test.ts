import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { SuiteCommand } from '#testing/suite-command'
import { describe, it, type TestContext } from 'node:test'
import { seconds } from '#waiting/duration'
import { eventually } from '#waiting/eventually'

function start(
  test: TestContext,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): SuiteCommand {
  const run = new SuiteCommand(args, environment)
  test.after(() => run.discard())
  return run
}

function expectWholeReports(run: SuiteCommand, verdict: string): void {
  const told = run.verdict
  expect(told.verdict).to.equal(verdict)
  expect(run.said).to.include(told.sentence)
  expect(run.report('cucumber.html').slice(-20).trimEnd()).to.match(/<\/html>$/)
  expect(run.report('junit.xml').trimEnd()).to.match(/(<\/testsuite>|\/>)$/)
  expect(run.summary).to.include(told.sentence)
}

const STACK = /local-stack\/(main|service-process|postgres\/guardian)\.ts/

/** Every case: what is wrong, the command line, the environment, and the one line that says so. */
const BAD_INPUT: readonly (readonly [string, string, Record<string, string>, RegExp])[] = [
  [
    'a kind of target that does not exist',
    '',
    { TEST_ENV: 'moon' },
    /TEST_ENV names "moon", and there is no such target: the nearest (is|are) /,
  ],
  [
    'an address that is none',
    '',
    { TEST_ENV: 'staging', STAGING_WEBSOCKET_URL: 'https://x.example/ws' },
    /STAGING_WEBSOCKET_URL is malformed: it must look like wss:/,
  ],
  [
    'a dotenv file that does not exist',
    '',
    { DOTENV_CONFIG_PATH: 'none.env' },
    /names none\.env, which does not/,
  ],
  [
    'a tag that nothing has',
    '--tags @none',
    { TEST_ENV: 'staging' },
    /names a tag that nothing has: the nearest/,
  ],
  [
    'a list of known failures that does not exist',
    '',
    { NETRA_KNOWN_FAILURES: 'none.yml' },
    /NETRA_KNOWN_FAILURES names none\.yml, which does not exist: correct it or unset it$/,
  ],
  ['a profile that does not exist', '--profile none', {}, /no profile "none": choose from default, quiet$/],
]

describe('A run that is told something wrong', () => {
  for (const [what, words, environment, connection] of BAD_INPUT) {
    it(`ends red with whole reports and one line about ${what}`, async (test) => {
      const run = start(test, words.split(' ').filter(Boolean), environment)
      expect(await run.ended).to.equal(3)
      expectWholeReports(run, 'harness-error')
      expect(run.conclusion.split('\n')[0])
        .to.match(/^HARNESS ERROR: /)
        .and.to.match(connection)
      expect(run.said).not.to.match(/^\s+at /m)
    })
  }

  it('ends red with one line about tags that cannot be read', async (test) => {
    const run = start(test, ['--tags', '@auth and'])
    expect(await run.ended).to.equal(3)
    expect(run.said.trim()).to.match(/^HARNESS ERROR: --tags "@auth and" cannot be read \(.*\): try .*$/)
  })

  it('shows no secret that is malformed', async (test) => {
    const run = start(test, [], { TEST_ENV: 'staging', JWT_SECRET_STAGING: 'too-short-a-secret' })
    expect(await run.ended).to.equal(3)
    expect(run.said).to.include('JWT_SECRET_STAGING is malformed').and.not.to.include('too-short-a-secret')
  })
})

describe('A run that is broken off', () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const) {
    it(`takes everything back, reports what it has, and leaves nothing running on ${signal}`, async (test) => {
      const run = start(test, ['--tags', '@AUTH-3'])
      await run.hasSaid(/^▸/m)
      const stack = run.descendants(STACK)
      expect(stack).not.to.have.lengthOf(0)
      run.signal(signal)
      expect(await run.ended).to.equal(code)
      expectWholeReports(run, 'harness-error')
      expect(run.conclusion)
        .to.match(new RegExp(`^HARNESS ERROR: interrupted by ${signal}`))
        .and.not.to.include('left behind')
      for (const pid of stack) expect(() => process.kill(pid, 0)).to.throw()
    })
  }

  it('says that the target was lost, and leaves nothing running, when a service dies', async (test) => {
    const run = start(test, ['--tags', '@AUTH-3 or @AUTH-4'], { STACK_APART: 'true' })
    await run.hasSaid(/^▸/m)
    const stack = run.descendants(STACK)
    kill(run, /service-process\.ts backend/)
    expect(await run.ended).to.equal(4)
    expectWholeReports(run, 'target-unhealthy')
    expect(run.conclusion).to.match(/^TARGET UNHEALTHY: the target was lost: backend ended \(SIGKILL\)/)
    for (const pid of stack) expect(() => process.kill(pid, 0)).to.throw()
  })

  it('says that the target was lost, and leaves nothing behind, when the whole stack dies', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-test-'))
    test.after(() => rmSync(folder, { recursive: true }))
    // Started by root, PostgreSQL runs as somebody else.
    chmodSync(folder, 0o711)
    const run = start(test, ['--tags', '@AUTH-3 or @AUTH-4'], { TMPDIR: folder })
    await run.hasSaid(/^▸/m)
    kill(run, /local-stack\/main\.ts/)
    expect(await run.ended).to.equal(4)
    expectWholeReports(run, 'target-unhealthy')
    expect(run.conclusion).to.match(
      /^TARGET UNHEALTHY: the target was lost: the local stack ended \(SIGKILL\)/,
    )
    // PostgreSQL is held by a process of its own, which may need a moment longer than the run.
    await eventually(
      { what: 'the end of PostgreSQL', limit: seconds(20), stop: test.signal },
      () => readdir(folder),
      (left) => !left.some((name) => name.startsWith('netra-')),
      String,
    )
  })
})

function kill(run: SuiteCommand, command: RegExp): void {
  const [victim] = run.descendants(command)
  expect(victim).to.be.a('number')
  process.kill(victim ?? 0, 'SIGKILL')
}
