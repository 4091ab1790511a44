import { describe, it } from 'node:test'
import { expect } from 'chai'
import { Stalls } from './stalls.ts'

/** Timers that are late by so much, one after the other. */
function stallsOf(...late: readonly number[]): Stalls {
  let [at, tick] = [0, (): void => undefined]
  const stalls = new Stalls(
    () => at,
    (_pause, act) => {
      tick = act
      return () => undefined
    },
  )
  for (const ms of late) {
    at += 50 + ms
    tick()
  }
  return stalls
}

describe('What the suite itself was kept waiting', () => {
  it('is nothing as long as its timers come as they should, or nearly', () => {
    expect(stallsOf().worst.ms).to.equal(0)
    expect(stallsOf(0, 5, 19, -3).worst.ms).to.equal(0)
  })

  it('is the longest, until now', () => {
    expect(stallsOf(0, 700, 0).worst.ms).to.equal(700)
    expect(stallsOf(30, ...Array<number>(200).fill(0), 400).worst.ms).to.equal(400)
  })

  it('adds up where one stall follows another', () => {
    expect(stallsOf(300, 0, 200, 0, 100).worst.ms).to.equal(600)
  })

  it('is known while it lasts', () => {
    let now = 0
    const stalls = new Stalls(
      () => now,
      () => () => undefined,
    )
    now = 1_050
    expect(stalls.worst.ms).to.equal(1_000)
  })

  it('is measured by the clock, and ends', async () => {
    const stalls = new Stalls()
    await new Promise((resolve) => setTimeout(resolve, 60))
    for (const began = performance.now(); performance.now() - began < 250;);
    expect(stalls.worst.ms).to.be.greaterThan(150)
    stalls.stop()
  })
})
