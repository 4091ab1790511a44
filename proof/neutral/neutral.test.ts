import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { before, describe, it } from 'node:test'
import { scenarioOf, sparedBy, type CheckId, type PlantedDefect } from '../defect.ts'
import { plantedDefects } from '../planted.ts'
import type { RunOutcome } from '../suite.ts'
import { judgeTrial, scenariosFor } from '../trial.ts'
import { NEUTRAL, wasNeutral } from './neutral-check.ts'
import { planNeutral } from './plan.ts'

/** As a run is in which each check that the defect names is red for its reason, but one. */
function outcomeOf(defect: PlantedDefect, neutral?: CheckId): RunOutcome {
  const scenarios = scenariosFor(defect).map((id) => {
    const own = defect.reddens.filter((expectation) => scenarioOf(expectation) === id)
    const checks = own.map(({ check }) =>
      check === neutral
        ? { id: check, status: 'passed' as const, observed: NEUTRAL }
        : { id: check, status: 'failed' as const, observed: 'for its reason' },
    )
    return { id, verdict: sparedBy(defect).includes(id) ? 'passed' : 'failed', reason: '', checks }
  })
  return { verdict: defect.verdict ?? 'failed', sentence: 'told', scenarios }
}

/** The same, with any words for a reason. */
function withAnyReason(defect: PlantedDefect): PlantedDefect {
  return { ...defect, reddens: defect.reddens.map((each) => ({ ...each, because: /./ })) }
}

describe('A check that always holds', () => {
  let defects: PlantedDefect[] = []
  let all: string[] = []
  before(async () => {
    all = JSON.parse(
      await readFile(new URL('../../support/expect/catalogue.ids.json', import.meta.url), 'utf8'),
    ) as string[]
    defects = (await plantedDefects()).filter(({ ends }) => !ends).map(withAnyReason)
  })

  it('is missed by the proof, whichever it is, and by each defect that names it', () => {
    const named = new Set<CheckId>()
    for (const defect of defects) {
      assert.equal(judgeTrial(defect, outcomeOf(defect)).noticed, true, defect.id)
      for (const { check } of defect.reddens) {
        named.add(check)
        const { noticed, told } = judgeTrial(defect, outcomeOf(defect, check))
        assert.equal(noticed, false, `${check} by ${defect.id}`)
        assert.match(told, new RegExp(`^${check} stays passed`))
      }
    }
    assert.deepEqual(
      all.filter((id) => !named.has(id as CheckId)),
      [],
    )
  })

  it('is told from one that holds by itself, and from one that was never made', () => {
    const [defect] = defects
    const { check } = defect?.reddens[0] ?? {}
    assert(defect && check)
    assert.equal(wasNeutral(check, outcomeOf(defect, check)), true)
    assert.equal(wasNeutral(check, outcomeOf(defect)), false)
    assert.equal(wasNeutral(check, { verdict: 'passed', sentence: '', scenarios: [] }), false)
  })

  it('is drawn by a seed, each once, with a defect that names it', () => {
    const plan = planNeutral(defects, 20, 'a')
    assert.equal(new Set(plan.map(({ check }) => check)).size, 20)
    for (const { check, defect } of plan) assert(defect.reddens.some((each) => each.check === check))
    assert.deepEqual(planNeutral(defects, 20, 'a'), plan)
    assert.notDeepEqual(planNeutral(defects, 20, 'b'), plan)
    // ALWAYS.nothing-left-open is shown by a damaged suite alone, which has no room for a second damage.
    assert.equal(planNeutral(defects, 10_000, 'a').length, all.length - 1)
  })
})
