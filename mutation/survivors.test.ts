import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { judgeMutants, knownSurvivors, outdated, type Mutant, type MutationReport } from './survivors.ts'

const SOURCE = 'export function isMore(one: number): boolean {\n  return one > 2\n}'

function reportOf(...statuses: readonly Mutant['status'][]): MutationReport {
  const mutants = statuses.map((status) => ({
    mutatorName: 'EqualityOperator',
    replacement: 'one >= 2',
    status,
    location: { start: { line: 2, column: 10 } },
  }))
  return { files: { 'support/verdict/more.ts': { source: SOURCE, mutants } } }
}

const KNOWN = {
  file: 'support/verdict/more.ts',
  line: 'return one > 2',
  change: 'EqualityOperator: one >= 2',
  why: 'two is never given',
}

describe('Changes of the judging code that no test notices', () => {
  it('are told with their place, until somebody has judged them', () => {
    const { lines, isSettled } = judgeMutants(reportOf('Killed', 'Survived', 'NoCoverage'), [])
    expect(isSettled).to.equal(false)
    expect(lines).to.deep.equal([
      '✘ support/verdict/more.ts:2  return one > 2  →  EqualityOperator: one >= 2',
      '✘ support/verdict/more.ts:2  return one > 2  →  EqualityOperator: one >= 2',
      '33.3 % of 3 noticed  support/verdict',
      '2 that nobody has judged (mutation/survivors.json)',
    ])
  })

  it('count as not noticed still when they were judged, and what was not tried does not count', () => {
    const { lines, isSettled } = judgeMutants(reportOf('Timeout', 'Survived', 'Ignored', 'CompileError'), [
      KNOWN,
    ])
    expect(isSettled).to.equal(true)
    expect(lines[0]).to.equal('50.0 % of 2 noticed  support/verdict')
  })

  it('are outdated when their line is no longer there', () => {
    expect(outdated([KNOWN], () => SOURCE)).to.deep.equal([])
    expect(outdated([KNOWN], () => SOURCE.replace('2', '3'))).to.deep.equal([KNOWN])
  })

  it('are all of today, each with a reason', () => {
    const known = knownSurvivors()
    expect(outdated(known, (file) => readFileSync(file, 'utf8'))).to.deep.equal([])
    for (const { why } of known) expect(why.length).to.be.within(15, 160)
  })
})
