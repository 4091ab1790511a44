import { describe, it } from 'node:test'
import { expect } from 'chai'
import { EXIT_CODES, judgeRun, VERDICTS, type Verdict } from './lattice.ts'

/** So many scenarios of each verdict. */
function run(counts: Partial<Record<Verdict, number>>): Verdict {
  const scenarios = VERDICTS.flatMap((verdict) =>
    Array.from({ length: counts[verdict] ?? 0 }, () => ({ verdict, reason: '' })),
  )
  return judgeRun(scenarios)
}

describe('The verdicts', () => {
  it('stand in one order, worst first', () => {
    expect(VERDICTS).to.deep.equal([
      'isolation-violated',
      'failed',
      'harness-error',
      'target-unhealthy',
      'not-testable',
      'degraded',
      'passed',
    ])
  })

  it('have an exit code each, and only passed has none but zero', () => {
    expect(EXIT_CODES).to.deep.equal({
      passed: 0,
      failed: 1,
      'isolation-violated': 2,
      'harness-error': 3,
      'target-unhealthy': 4,
      'not-testable': 5,
      degraded: 6,
    })
  })
})

describe('A run', () => {
  it('has passed when every scenario has', () => {
    expect(run({ passed: 20 })).to.equal('passed')
  })

  it('has not passed when nothing was run', () => {
    expect(run({})).to.equal('harness-error')
  })

  const worse: readonly (readonly [Partial<Record<Verdict, number>>, Verdict])[] = [
    [{ passed: 19, 'isolation-violated': 1 }, 'isolation-violated'],
    [{ failed: 19, 'isolation-violated': 1 }, 'isolation-violated'],
    [{ passed: 19, failed: 1 }, 'failed'],
    [{ 'harness-error': 19, failed: 1 }, 'failed'],
    [{ passed: 19, 'harness-error': 1 }, 'harness-error'],
    [{ 'target-unhealthy': 19, 'harness-error': 1 }, 'harness-error'],
    [{ passed: 19, 'target-unhealthy': 1 }, 'target-unhealthy'],
    [{ 'not-testable': 19, 'target-unhealthy': 1 }, 'target-unhealthy'],
    [{ passed: 15, 'not-testable': 4, failed: 1 }, 'failed'],
    [{ passed: 15, 'not-testable': 4, 'isolation-violated': 1 }, 'isolation-violated'],
  ]
  for (const [counts, verdict] of worse) {
    it(`is as bad as its worst scenario: ${JSON.stringify(counts)} is ${verdict}`, () => {
      expect(run(counts)).to.equal(verdict)
    })
  }

  const untestable: readonly (readonly [number, number, Verdict])[] = [
    [19, 1, 'degraded'],
    [15, 5, 'degraded'],
    [14, 6, 'not-testable'],
    [0, 20, 'not-testable'],
    [3, 1, 'degraded'],
    [2, 1, 'not-testable'],
  ]
  for (const [passed, rest, verdict] of untestable) {
    it(`of which ${passed} passed and ${rest} could not be tested is ${verdict}`, () => {
      expect(run({ passed, 'not-testable': rest })).to.equal(verdict)
    })
  }
})
