import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { upperBound } from './bound.ts'

describe('How often something can be red at most', () => {
  it('is about three in as many runs as there were, where it never was', () => {
    for (const runs of [30, 150, 3_000]) assert.ok(Math.abs(upperBound(0, runs) * runs - 3) < 0.15)
  })

  it('is what tables say', () => {
    assert.equal(upperBound(0, 20).toFixed(4), '0.1391')
    assert.equal(upperBound(1, 20).toFixed(4), '0.2161')
    assert.equal(upperBound(2, 100).toFixed(4), '0.0616')
  })

  it('is everything where it always was', () => {
    assert.equal(upperBound(4, 4), 1)
  })
})
