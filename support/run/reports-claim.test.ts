import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { claimReports, giveUpReports, noteRunFolder, releaseReports, stateOfClaim } from './reports-claim.ts'

const AT = '2026-11-30T08:00:00.000Z'
const GONE = { pid: 2 ** 22 + 1, born: '1', host: hostname(), at: AT }

function openFolder(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'netra-test-'))
  test.after(() => rmSync(folder, { recursive: true }))
  return folder
}

function hold(folder: string, holder: object): void {
  writeFileSync(join(folder, 'running.json'), JSON.stringify(holder))
  writeFileSync(join(folder, 'verdict.json'), 'of the last run')
}

const verdictIn = (folder: string): string => readFileSync(join(folder, 'verdict.json'), 'utf8')

describe('A folder of reports', () => {
  it('is claimed, is in use, and is free again', (test) => {
    const folder = openFolder(test)
    expect(claimReports(folder)).to.equal(undefined)
    expect(stateOfClaim(folder)).to.equal('claimed')
    noteRunFolder(folder, join(tmpdir(), 'netra-run-abc'))
    expect(stateOfClaim(folder)).to.equal('running')
    releaseReports(folder)
    expect(stateOfClaim(folder)).to.equal('over')
  })

  it('is its own for who has claimed it: what was written since stays', (test) => {
    const folder = openFolder(test)
    claimReports(folder)
    writeFileSync(join(folder, 'verdict.json'), 'mine')
    expect(claimReports(folder)).to.equal(undefined)
    expect(verdictIn(folder)).to.equal('mine')
  })

  it('is refused in one line, untouched, while another run writes there', async (test) => {
    const folder = openFolder(test)
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
    test.after(() => other.kill())
    const { pid = 0 } = other
    const stat = existsSync('/proc/self/stat') ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ''
    const born = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    hold(folder, { pid, born, host: hostname(), at: AT })
    expect(() => claimReports(folder)).to.throw(
      `another run writes to ${folder} (process ${pid}, since ${AT})`,
    )
    expect(verdictIn(folder)).to.equal('of the last run')
    const ended = new Promise((resolve) => other.once('exit', resolve))
    other.kill()
    await ended
    expect(claimReports(folder)).to.include('was broken off')
  })

  const broken: Readonly<Record<string, object>> = {
    'whose process is gone': GONE,
    'whose process id is now that of another one': { ...GONE, pid: 1 },
    'on another machine, or in another container': { ...GONE, pid: 1, host: 'elsewhere' },
    'of which nothing is told': {},
  }
  for (const [whose, holder] of Object.entries(broken)) {
    it(`is taken over from a run ${whose}, and that is told`, (test) => {
      const folder = openFolder(test)
      hold(folder, holder)
      expect(claimReports(folder)).to.match(
        /^The last run here, .* was broken off before it could say anything\.$/,
      )
      expect(verdictIn(folder)).to.include('is not over')
    })
  }

  it('has the temporary files of a killed run removed, and nothing else', (test) => {
    const [folder, theirs] = [openFolder(test), mkdtempSync(join(tmpdir(), 'netra-run-'))]
    hold(folder, { ...GONE, folder: theirs })
    claimReports(folder)
    expect(existsSync(theirs)).to.equal(false)
    releaseReports(folder)
    const foreign = join(folder, 'kept')
    mkdirSync(foreign)
    hold(folder, { ...GONE, folder: foreign })
    claimReports(folder)
    expect(existsSync(foreign)).to.equal(true)
  })

  it('says why nothing was begun, and is free again', (test) => {
    const folder = openFolder(test)
    claimReports(folder)
    giveUpReports(folder, 'interrupted by SIGINT', 130)
    expect(JSON.parse(verdictIn(folder))).to.include({
      exit_code: 130,
      sentence: 'HARNESS ERROR: interrupted by SIGINT',
    })
    expect(stateOfClaim(folder)).to.equal('over')
  })

  it('that is a file is refused in one line', (test) => {
    const file = join(openFolder(test), 'reports')
    writeFileSync(file, 'a file')
    expect(() => claimReports(file)).to.throw(`${file} cannot be written to (ENOTDIR)`)
    expect(readFileSync(file, 'utf8')).to.equal('a file')
  })
})
