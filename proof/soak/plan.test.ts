import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { planSoak } from './plan.ts'

describe('The plan of a soak', () => {
  it('is the same for the same seed, and another for another', () => {
    assert.deepEqual(planSoak(30, 'a'), planSoak(30, 'a'))
    assert.notDeepEqual(planSoak(30, 'a'), planSoak(30, 'b'))
  })

  it('has every width as often as the others, half of the runs squeezed and half of them far', () => {
    const runs = planSoak(24, 'a')
    for (const width of [1, 2, 4]) assert.equal(runs.filter((run) => run.width === width).length, 8)
    assert.equal(runs.filter(({ isSqueezed }) => isSqueezed).length, 12)
    assert.equal(runs.filter(({ isFar }) => isFar).length, 12)
  })

  it('numbers its runs, and gives each an order of its own', () => {
    const runs = planSoak(12, 'a')
    assert.deepEqual(
      runs.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    )
    assert.equal(new Set(runs.map(({ order }) => order)).size, 12)
  })
})
