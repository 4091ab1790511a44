import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { expect } from 'chai'
import { plainEnvironment } from '#target/environment'
import { runRecord, scenarioRecord } from '#testing/run-record'
import { VerdictFile } from '#verdict/verdict-schema'
import { planOf } from './selected-pickles.ts'
import { keepShard } from './shards.ts'
import { readWords } from './words.ts'

const folder = mkdtempSync(join(tmpdir(), 'netra-test-'))
after(() => rmSync(folder, { recursive: true }))
const shards = [1, 2].map((index) => join(folder, String(index)))
const whole = join(folder, 'whole')

function merge(...folders: readonly string[]): { status: number | null; said: string } {
  const words = ['--require', 'ts-node/register', 'support/run/merge.ts', '--reports', whole, ...folders]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    env: plainEnvironment(),
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

/** As a run with `--shard` leaves it: one scenario each. */
async function leaveShards(): Promise<void> {
  const words = ['--tags', '@AUTH-1 or @ISO-5']
  const plan = (await planOf(['features/*.feature'], { tags: words.slice(1) })) ?? []
  plan.forEach(({ name: title, uri: feature }, place) => {
    const reports = shards[place] ?? ''
    mkdirSync(join(reports, 'evidence', `X-${place}`), { recursive: true })
    writeFileSync(join(reports, 'messages.ndjson'), `{"meta":${place}}\n`)
    const record = runRecord([scenarioRecord({ title, feature })], {
      context: { id: `r${place}`, folder: '', reports },
    })
    keepShard(record, readWords([...words, '--shard', `${place + 1}/2`]))
  })
}

describe('npm run merge', () => {
  it('makes one report of those of all shards, and none of what does not belong together', async () => {
    await leaveShards()
    const { status, said } = merge(...shards)
    expect(said).to.match(/^PASSED: 2 of 2 promises kept on the local stack$/m)
    expect(status).to.equal(0)
    expect(said).to.contain('acceptance.html · verdict.json')
    const told = VerdictFile.parse(JSON.parse(readFileSync(join(whole, 'verdict.json'), 'utf8')))
    expect(told).to.deep.include({ planned: 2, verdict: 'passed' })
    expect(told.run.id).to.equal('r0+r1')
    expect(readFileSync(join(whole, 'messages.ndjson'), 'utf8')).to.equal('{"meta":0}\n{"meta":1}\n')
    expect(readFileSync(join(whole, 'acceptance.html'), 'utf8')).to.contain('2 of 2 promises kept')
    const lone = merge(shards[0] ?? '')
    expect([lone.status, lone.said]).to.deep.equal([3, 'HARNESS ERROR: shards 1 are not 1 to 2, once each\n'])
    cpSync(join(shards[0] ?? '', 'shard.json'), join(shards[1] ?? '', 'shard.json'))
    expect(merge(...shards).said).to.equal('HARNESS ERROR: shards 1, 1 are not 1 to 2, once each\n')
    expect(merge(folder).said).to.match(
      /^HARNESS ERROR: .* holds no shard\.json: name the folders of reports/,
    )
  })

  it('is told nothing by a run that is no shard', () => {
    const reports = join(folder, 'alone')
    keepShard(runRecord([], { context: { id: 'r', folder: '', reports } }), readWords(['--tags', '@AUTH-1']))
    expect(merge(reports).said).to.contain('holds no shard.json')
  })
})
