import { describe, it } from 'node:test'
import { expect } from 'chai'
import { RestlessLines } from './restless-lines.ts'

/** So many lines, of which so many ended after so long. */
function findingOf(lines: number, ended: number, life: number): string | undefined {
  const watch = new RestlessLines()
  for (let connection = 1; connection <= lines; connection += 1) {
    for (const at of [10, 20]) watch.frame({ connection, at })
    if (connection <= ended) watch.ended({ connection, at: 10 + life })
  }
  return watch.finding
}

describe('Lines that are ended and opened again', () => {
  it('are a finding where most of them end soon', () => {
    expect(findingOf(5, 3, 4_000)).to.match(/again and again: 3 of 5/)
    expect(findingOf(20, 11, 14_900)).to.match(/11 of 20/)
  })

  it('are none where it is now and then, all at once, or when they are old', () => {
    for (const [lines, ended, life] of [
      [3, 2, 4_000],
      [8, 2, 2_000],
      [12, 6, 2_000],
      [5, 4, 20_000],
    ] as const)
      expect(findingOf(lines, ended, life), `${ended} of ${lines}`).to.equal(undefined)
  })
})
