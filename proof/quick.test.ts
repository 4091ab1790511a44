import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PlantedDefect } from './defect.ts'
import { plantedDefects, soundVariants } from './planted.ts'
import { quickPart } from './quick.ts'

const ALL = [...(await plantedDefects()), ...(await soundVariants())]
const COMMITS = [...'0123456789'].map((digit) => `${digit.padStart(8, '0')}c0ffee`)

function checksIn(defects: readonly PlantedDefect[]): Set<string> {
  return new Set(defects.flatMap(({ reddens }) => reddens.map(({ check }) => check)))
}

describe('The part of the proof that is made before each commit', () => {
  it('shows of every check that it can fail, whatever the commit', () => {
    for (const commit of [...COMMITS, 'unknown', ''])
      assert.deepEqual(checksIn(quickPart(ALL, commit)), checksIn(ALL), commit)
  })

  it('is less than half of the whole', () => {
    assert.ok(quickPart(ALL, '').length < ALL.length / 2)
  })

  it('looks at a sound platform, too', () => {
    for (const commit of COMMITS)
      assert.ok(
        quickPart(ALL, commit).some(({ misleads }) => misleads),
        commit,
      )
  })

  it('has had every defect and every sound platform after ten commits', () => {
    const tried = new Set(COMMITS.flatMap((commit) => quickPart(ALL, commit)))
    assert.deepEqual(
      ALL.filter((defect) => !tried.has(defect)),
      [],
    )
  })

  it('looks at what is spared where it is the turn of a defect, and nowhere else', () => {
    const [spared, others] = [true, false].map((isSparing) =>
      quickPart(ALL, '').filter(({ spares }) => (spares !== undefined) === isSparing),
    )
    assert.ok(spared?.every((defect) => ALL.includes(defect)))
    assert.ok((others?.length ?? 0) > (spared?.length ?? 0))
  })

  it('is the same for the same commit, changed or not', () => {
    const [commit = ''] = COMMITS.slice(-1)
    assert.deepEqual(quickPart(ALL, `${commit}+changes`), quickPart(ALL, commit))
  })
})
