import { describe, it } from 'node:test'
import { expect } from 'chai'
import { belongingsOf, longHistory } from '#testing/long-history'
import { findForeign, type IsolationReport } from './isolation.ts'

const PLAN = { frames: 100_000, people: 200 }
const LEAK_AT = 77_777
const judge = (plan: Parameters<typeof longHistory>[0]): IsolationReport =>
  findForeign(longHistory(plan), belongingsOf(plan))

/** The best of three, in microseconds of CPU: whatever else the machine does only adds to it. */
function timeOf(frames: number): number {
  const belongings = belongingsOf(PLAN)
  const times = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage()
    findForeign(longHistory({ ...PLAN, frames }), belongings)
    return process.threadCpuUsage(before).user
  })
  return Math.min(...times)
}

describe('A hundred thousand frames of two hundred people', () => {
  it('are clean, and the search found their own things in every one of them', () => {
    const { findings, texts, own } = judge(PLAN)
    expect(findings).to.deep.equal([])
    expect(texts).to.equal(PLAN.frames)
    expect(own).to.be.at.least(3 * PLAN.frames)
  })

  it('give away the one that was shown to a stranger: who should have had it, and who did', () => {
    const { findings } = judge({ ...PLAN, leakAt: LEAK_AT })
    const [place, own] = [
      `Person 178 in a frame on line 178 at +${LEAK_AT} ms`,
      /Person 179 had it in a frame on line 179 at/,
    ]
    expect(findings).not.to.deep.equal([])
    for (const { text } of findings) {
      expect(text).to.match(/^Person 178 was shown ".+", which is Person 179's: /)
      expect(text).to.match(own)
      expect(text.endsWith(place)).to.equal(true)
    }
  })

  it('take twice as long as half of them, or little more', () => {
    timeOf(5_000)
    expect(timeOf(40_000) / timeOf(20_000)).to.be.below(3)
  })
})
