import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { describeRun, describeSoak, sumUp, type SoakResult } from './report.ts'

function resultOf(number: number, ...verdicts: readonly string[]): SoakResult {
  const scenarios = verdicts.map((verdict, index) => ({ id: `AUTH-${index + 1}`, verdict, reason: '' }))
  const verdict = verdicts.find((one) => one !== 'passed') ?? 'passed'
  const run = { number, order: 7, width: 2, isSqueezed: true, isFar: false }
  return { ...run, seconds: 31, verdict, sentence: `${verdict.toUpperCase()}: so it is`, scenarios }
}

describe('What a soak comes to', () => {
  it('is calm when nothing was red', () => {
    const record = sumUp('a', [resultOf(1, 'passed', 'passed'), resultOf(2, 'passed', 'not-testable')])
    assert.deepEqual([record.suite.reds, record.suite.runs], [0, 2])
    assert.match(
      describeSoak(record),
      /^CALM: 0 of 2 runs were red on a sound platform; 4 scenarios were run/,
    )
    assert.match(describeSoak(record), /unplayed {3}1 scenarios were not testable/)
  })

  it('names what was red, and in which run', () => {
    const record = sumUp('a', [resultOf(1, 'passed', 'failed'), resultOf(2, 'passed', 'passed')])
    assert.deepEqual(record.scenarios['AUTH-2']?.reds, 1)
    assert.match(describeSoak(record), /^NOT CALM: 1 of 2/)
    assert.match(describeSoak(record), /✘ AUTH-2: red in 1 of 2\n {2}✘ run 1: FAILED: so it is/)
  })

  it('tells of a run under what it was made', () => {
    assert.equal(
      describeRun(resultOf(3, 'passed')),
      '✔ 3 (2 at a time, squeezed, order 7) 31 s: PASSED: so it is',
    )
  })
})
