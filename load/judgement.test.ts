import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { expect } from 'chai'
import { BadHistory } from './isolation-judge.ts'
import { judgeLoad, readHistories, type LoadJudgement } from './judgement.ts'

const PHASES = ['registers', 'connects', 'hears the first word', 'is answered', 'reads back']
const TOOK = Object.fromEntries(PHASES.map((phase) => [phase, 20]))

/** What one person leaves: a word of hers, that it was shown to her, and three events. */
function historyOf(person: string, sequences = [1, 2, 3], way: object = { took: TOOK }): string[] {
  const word = `${person}0c957f89f3eb`
  return [
    `${word}\towned\t${person}`,
    `${word}\tshown\t${person}\texchange 1`,
    ...sequences.map((sequence, place) => `thread_${person}\ttold\t${person}\t0\t00000${place}\t${sequence}`),
    `~\tway\t${person}\t${JSON.stringify(way)}`,
  ]
}

describe('What a crowd has shown', () => {
  const folders: string[] = []
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

  function folderOf(...workers: readonly (readonly string[])[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'netra load ü '))
    folders.push(folder)
    for (const [number, lines] of workers.entries())
      writeFileSync(join(folder, `${number}.history`), lines.map((line) => `${line}\n`).join(''))
    return folder
  }

  async function judge(workers: readonly (readonly string[])[], people = 2): Promise<LoadJudgement> {
    return judgeLoad(await readHistories(folderOf(...workers)), { people, success: 1 })
  }

  it('is as promised where everybody came through and was shown what is hers', async () => {
    const { exitCode, text } = await judge([historyOf('asha'), historyOf('bram')])
    expect(exitCode).to.equal(0)
    expect(text)
      .to.match(/^PASSED: 2 of 2 people came through/)
      .and.contain('6 told, 0 lost')
    expect(text).to.contain("their own shown to them 2 times, another's 0 times").and.contain('p99 20 ms')
  })

  it('is the same by one worker and by two, in whatever order', async () => {
    const [asha, bram] = [historyOf('asha'), historyOf('bram')]
    const apart = await judge([bram.toReversed(), asha.toReversed()])
    expect(await judge([[...asha, ...bram]])).to.deep.equal(apart)
  })

  it("is isolation violated where another worker's person was shown a word, by name", async () => {
    const leak = 'asha0c957f89f3eb\tshown\tbram\ta frame on line 1 at +20 ms'
    const { exitCode, text } = await judge([historyOf('asha'), [...historyOf('bram'), leak]])
    expect(exitCode).to.equal(2)
    expect(text).to.match(/^ISOLATION VIOLATED: 1 times/)
    expect(text).to.contain(
      `bram was shown "asha0c957f89f3eb", which is asha's, in a frame on line 1 at +20 ms`,
    )
  })

  it('is isolation violated where two were given the same', async () => {
    const { exitCode, text } = await judge([
      historyOf('asha'),
      [...historyOf('bram'), 'asha0c957f89f3eb\towned\tbram'],
    ])
    expect([exitCode, text].join()).to.match(/^2,.+was given to both asha and bram/s)
  })

  for (const [what, sequences, told] of [
    ['is missing', [1, 3], '#3 of thread_bram after #1'],
    ['is missing at the beginning', [2, 3], '#2 of thread_bram after #0'],
    ['comes twice', [1, 2, 2, 3], '#2 of thread_bram after #2'],
    ['comes in another order', [1, 3, 2], '#3 of thread_bram after #1'],
  ] as const)
    it(`is a broken promise where an event ${what}`, async () => {
      const { exitCode, text } = await judge([historyOf('asha'), historyOf('bram', [...sequences])])
      expect([exitCode, text].join())
        .to.match(/^1,FAILED/)
        .and.contain(told)
    })

  it('is a broken promise where somebody did not come through, came late, or nobody knows what became of her', async () => {
    const failed = historyOf('bram', [1], { took: { registers: 20 }, fault: 'connects: it answered 500' })
    const late = historyOf('bram', [1], { took: { ...TOOK, connects: 16_000 } })
    expect((await judge([historyOf('asha'), failed])).text).to.contain('✘ bram: connects: it answered 500')
    expect((await judge([historyOf('asha'), late])).exitCode).to.equal(1)
    const { exitCode, text } = await judge([historyOf('asha')])
    expect([exitCode, text].join()).to.match(/^1,/).and.contain('missing    1: what became of them')
  })

  it('is a broken promise where nobody was shown even what is hers: nothing could be found', async () => {
    const unseen = ['asha', 'bram'].map((person) =>
      historyOf(person).filter((line) => !line.includes('shown')),
    )
    expect((await judge(unseen)).exitCode).to.equal(1)
  })

  it('is nothing where there are no histories, or none that can be read', async () => {
    for (const folder of [
      folderOf(),
      '/nowhere/at/all',
      folderOf(['hello']),
      folderOf([...historyOf('asha'), 'a\tb\tc']),
    ])
      await readHistories(folder).then(
        () => expect.fail('it was taken'),
        (error: unknown) => expect(error).to.be.instanceOf(BadHistory),
      )
  })
})
