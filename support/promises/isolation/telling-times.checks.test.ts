import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { resultOf } from '#testing/checks'
import { foreignTakesAsLong, isTelling, type TimedPair } from './telling-times.checks.ts'

const steady = (later: number, jitter = 1): TimedPair[] =>
  Array.from({ length: 15 }, (_, index) => ({
    foreign: 8 + later + ((index * 7) % 5) * jitter,
    unknown: 8 + ((index * 3) % 5) * jitter,
  }))

describe('How long refusals take', () => {
  it('tells nothing when both take alike, or differ by little', () => {
    for (const later of [0, 15, -15]) {
      const ways = [{ name: 'GET /api/threads/{id}', batches: [steady(later)] }]
      expect(resultOf(foreignTakesAsLong(ways))).to.include({ status: 'passed' })
    }
  })

  it('tells when one takes longer, each time that it is looked at', () => {
    const both = { name: 'GET /api/runs/{id}', batches: [steady(60), steady(55)] }
    expect(resultOf(foreignTakesAsLong([both]))).to.deep.include({
      status: 'failed',
      observed:
        "GET /api/runs/{id}: what is another's is refused 60 ms later (in 15 of 15 pairs), then 55 ms later (in 15 of 15 pairs) than what does not exist",
    })
    const once = { ...both, batches: [steady(60), steady(0)] }
    expect(resultOf(foreignTakesAsLong([once]))).to.include({ status: 'passed' })
    expect(isTelling(steady(-60))).to.equal(true)
    const thisWayAndThat = { ...both, batches: [steady(60), steady(-60)] }
    expect(resultOf(foreignTakesAsLong([thisWayAndThat]))).to.include({ status: 'passed' })
  })

  it('tells nothing where answers take now this long, now that', () => {
    const jitter = fc.array(
      fc.record({ foreign: fc.integer({ min: 50, max: 150 }), unknown: fc.integer({ min: 50, max: 150 }) }),
      { minLength: 15, maxLength: 15 },
    )
    const random = fc.sample(jitter, { numRuns: 2_000, seed: 7 })
    const told = random.filter((pairs, index) => isTelling(pairs) && isTelling(random[index + 1] ?? []))
    expect(told).to.have.length(0)
  })

  it('is not known when nothing was tried', () => {
    expect(resultOf(foreignTakesAsLong([]))).to.include({ status: 'failed' })
  })
})
