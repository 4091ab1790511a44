import { describe, it } from 'node:test'
import { expect } from 'chai'
import { skewFrom, skewsOf } from './clock-skew.ts'

describe("A service's clock", () => {
  it('is ours when its moment lies between sending and receiving, however long that took', () => {
    for (const theirs of [1_000, 1_350, 1_700]) expect(skewFrom(theirs, 1_000, 1_700)).to.equal(0)
  })

  it('is ours when it tells whole seconds only', () => {
    expect(skewFrom(7_000, 7_900, 7_910)).to.equal(0)
    expect(skewFrom(7_000, 8_100, 8_101)).to.not.equal(0)
  })

  it('is ahead or behind by what lies outside, half of the time under way taken for the way there', () => {
    expect(skewFrom(5_050, 1_000, 1_100)).to.equal(4_000)
    expect(skewFrom(500, 1_000, 1_100)).to.equal(-550)
  })

  it('is its own where the services are apart, as long as they may be', () => {
    const skews = (...skew: readonly number[]): unknown => {
      const known = { address: '', state: 'healthy', answer: '', waitedMs: 0 } as const
      const names = ['auth', 'backend', 'frontend']
      const services = skew.map((skewMs, index) => ({ ...known, service: names[index] ?? '', skewMs }))
      return skewsOf({ skewMs: 10, services })
    }
    expect(skews(0, 20_000)).to.deep.equal({ auth: 0, backend: 20_000, frontend: 10 })
    expect(skews(0, 3_600_000)).to.deep.equal({ auth: 0, backend: 10, frontend: 10 })
  })
})
