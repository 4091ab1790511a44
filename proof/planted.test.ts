import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { scenarioOf, sparedBy } from './defect.ts'
import { plantedDefects } from './planted.ts'

const FEATURES = new URL('../features/', import.meta.url)
const FILES = (await readdir(FEATURES)).filter((name) => name.endsWith('.feature'))

/** What no check says of anything: a reason that holds for one of these holds for everything. */
const SAYS_NOTHING = [
  ...['', ' ', '\n', ...'xX01-.:;'],
  ...['lorem ipsum dolor 1 2 3', 'LOREM IPSUM; DOLOR: SIT.', 'everything as before', 'it is not so'],
  ...['all is well, and nothing else', 'undefined'],
]

describe('The planted defects', async () => {
  const defects = await plantedDefects()
  const features = await Promise.all(FILES.map((file) => readFile(new URL(file, FEATURES), 'utf8')))
  const scenarios = features.flatMap((text) => [...text.matchAll(/^\s*@([A-Z]+-\d+)$/gm)].map(([, id]) => id))

  it('have names of their own', () => {
    const names = defects.map(({ id }) => id)
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    )
  })

  it('concern scenarios that exist', () => {
    const named = defects.flatMap((defect) => [...defect.reddens.map(scenarioOf), ...sparedBy(defect)])
    assert.deepEqual(
      named.filter((id) => !scenarios.includes(id)),
      [],
    )
  })

  it('say what is wrong and where that is described', () => {
    for (const { id, wrong, reference } of defects) {
      assert.match(wrong, /^[A-Z].{10,}[^.!?]$/, id)
      assert.match(reference, /.{6,}/, id)
    }
  })

  it('spare a scenario, or say in a line why they cannot', () => {
    const reasons = defects.flatMap(({ sparesNothing }) => sparesNothing ?? [])
    assert(reasons.length > 0)
    for (const reason of reasons) assert.match(reason, /^.{15,80}[^.]$/)
  })

  it('redden a check, or end the run', () => {
    const idle = defects.filter(({ reddens, ends }) => reddens.length === 0 && !ends)
    assert.deepEqual(
      idle.map(({ id }) => id),
      [],
    )
  })

  it('are noticed for a reason of their own, and not by whatever is said', () => {
    const reasons = defects.flatMap(({ id, reddens, ends }) =>
      [...reddens, ...(ends ? [ends] : [])].map(({ because }) => ({ id, because })),
    )
    const idle = reasons.filter(({ because }) => SAYS_NOTHING.some((text) => because.test(text)))
    assert.deepEqual(
      idle.map(({ id, because }) => `${id}: ${String(because)}`),
      [],
    )
  })

  it('are at least four for each scenario', () => {
    for (const scenario of scenarios) {
      const own = defects.filter(({ reddens }) => reddens.some((named) => scenarioOf(named) === scenario))
      assert(own.length >= 4, `${scenario} has ${own.length}`)
    }
  })
})
