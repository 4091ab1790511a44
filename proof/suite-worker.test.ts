import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { SuiteWorkers } from './suite-worker.ts'

/** A host that does what the variable DO says; its verdict is the number of its process. */
const HOST = `
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
const passed = { schema_version: 1, verdict: String(process.pid), sentence: 'all is well', features: [] }
const deeds = {
  work: () => process.send({ leftBehind: [] }),
  litter: () => process.send({ leftBehind: ['open Timeout', 'global forgotten'] }),
  fail: () => process.send({ failed: 'the suite cannot be loaded' }),
  die: () => process.exit(7),
  hang: () => undefined,
  spin: () => { for (;;); },
  'work, then die': () => process.send({ leftBehind: [] }, () => process.exit(1)),
}
process.on('message', ({ environment, folder }) => {
  console.log('tried to ' + environment.DO)
  writeFileSync(folder + '/kept.txt', mkdtempSync(join(tmpdir(), 'kept-')))
  writeFileSync(folder + '/verdict.json', JSON.stringify(passed))
  deeds[environment.DO]()
})
process.once('disconnect', () => process.exit())
`

describe('A worker', async () => {
  const home = await mkdtemp(join(tmpdir(), 'suite-worker-'))
  const [host, folder] = [join(home, 'host.mjs'), join(home, 'reports')]
  await writeFile(host, HOST)
  const workers = new SuiteWorkers({ host, longestRunMs: 1_500 })
  const { signal } = new AbortController()
  after(async () => {
    await workers.end()
    await rm(home, { recursive: true })
  })

  /** @returns which process has done it */
  const run = async (deed: string, until = signal): Promise<number> => {
    const request = { environment: { DO: deed }, scenarios: ['AUTH-1'], folder }
    const { verdict } = await workers.run(request, until)
    return Number(verdict)
  }

  it('does one run after another', async () => {
    assert.equal(await run('work'), await run('work'))
  })

  it('has nothing of an earlier run in its reports', async () => {
    await writeFile(join(folder, 'screenshot.png'), 'old')
    await run('work')
    assert.equal(existsSync(join(folder, 'screenshot.png')), false)
  })

  it('is not shared by runs at the same time', async () => {
    const request = { environment: { DO: 'work' }, scenarios: [], folder: join(home, 'others') }
    const [one, other] = await Promise.all([run('work'), workers.run(request, signal)])
    assert.notEqual(one, Number(other.verdict))
  })

  const ends: Record<string, RegExp> = {
    die: /^the process of the suite ended \(exit code 7\)$/,
    hang: /^the run did not end within 0.025 minutes$/,
    spin: /^the run did not end within 0.025 minutes$/,
    fail: /^the suite cannot be loaded$/,
    litter: /^the run has left behind: open Timeout, global forgotten$/,
  }
  for (const [deed, told] of Object.entries(ends))
    it(`that is to ${deed} has no verdict, and the next run has a fresh one`, async () => {
      const earlier = await run('work')
      await assert.rejects(run(deed), { message: told })
      assert.throws(() => process.kill(earlier, 0), { code: 'ESRCH' })
      assert.equal(existsSync(await readFile(join(folder, 'kept.txt'), 'utf8')), false)
      assert.notEqual(await run('work'), earlier)
      assert.equal(await readFile(join(folder, 'terminal.txt'), 'utf8'), 'tried to work\n')
    })

  it('that is killed in the middle has no verdict', async () => {
    const earlier = await run('work')
    const hanging = run('hang')
    await sleep(300)
    process.kill(earlier, 'SIGKILL')
    await assert.rejects(hanging, { message: 'the process of the suite ended (SIGKILL)' })
  })

  it('that dies after its run is not given to the next one', async () => {
    const earlier = await run('work, then die')
    await sleep(300)
    assert.notEqual(await run('work'), earlier)
  })

  it('ends when the proof is broken off', async () => {
    const earlier = await run('work')
    const controller = new AbortController()
    const hanging = run('hang', controller.signal)
    await sleep(300)
    controller.abort(new Error('interrupted'))
    await assert.rejects(hanging, { message: 'interrupted' })
    assert.throws(() => process.kill(earlier, 0), { code: 'ESRCH' })
  })

  it('begins nothing after the proof is broken off', async () => {
    await assert.rejects(run('hang', AbortSignal.abort(new Error('interrupted'))), { message: 'interrupted' })
  })

  it('ends when all of them do', async () => {
    const earlier = await run('work')
    await workers.end()
    assert.throws(() => process.kill(earlier, 0), { code: 'ESRCH' })
  })
})
