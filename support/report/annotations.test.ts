import { describe, it } from 'node:test'
import { expect } from 'chai'
import { outcomeOf } from '#testing/outcome'
import { RUN_KINDS } from '#testing/run-kinds'
import { runRecord, scenarioRecord } from '#testing/run-record'
import { conclude, type RunRecord } from '#verdict/conclusion'
import { toAnnotations } from './annotations.ts'

const annotate = (record: RunRecord): string[] => toAnnotations(record, conclude(record))

/** Kind of run: how each of its annotations begins. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  passed: [],
  'passed with deviations': [],
  'passed with known failures': [
    '::warning file=features/authentication.feature,line=1,title=AUTH-3 A session',
  ],
  'isolation violated': ['::error file=features/user-isolation.feature,line=14,title=ISO-1 People'],
  'not testable': ['::warning file=features/authentication.feature,line=1,title=AUTH-2'],
  degraded: ['::warning file=features/authentication.feature,line=1,title=AUTH-2'],
  'broken off': ['::error title=Netra acceptance::TARGET UNHEALTHY'],
}

describe('Annotations for GitHub', () => {
  for (const [kind, [record]] of Object.entries(RUN_KINDS)) {
    it(`are a line for each promise that is not kept, in a run that is ${kind}`, () => {
      const due = BEGINNINGS[kind] ?? []
      const lines = annotate(record)
      expect(lines.map((line, index) => line.slice(0, due[index]?.length))).to.deep.equal(due)
    })
  }

  it('stay one message each, whatever a platform has said', () => {
    const observed = 'first\n::set-output name=x::50% of a\r\n::error::b'
    const check = {
      status: 'failed',
      id: 'AUTH-1.one-identity-everywhere',
      expected: 'one',
      observed,
    } as const
    const outcome = outcomeOf({ checks: [check], blamed: ['target'] })
    const title = 'A, b: c'
    const [line = '', ...more] = annotate(runRecord([scenarioRecord({ title, status: 'FAILED', outcome })]))
    expect(more).to.deep.equal([])
    expect(line).not.to.match(/[\r\n]/)
    expect(line).to.include('title=AUTH-1 A%2C b%3A c::').and.to.include('%0A::set-output name=x::50%25 of a')
  })

  it('are one where nothing could be run at all', () => {
    const refusal = { verdict: 'harness-error', reason: 'TEST_ENV is malformed' } as const
    const stopped = scenarioRecord({ status: 'SKIPPED', outcome: outcomeOf({ stopped: refusal }) })
    expect(annotate(runRecord([stopped, stopped], { refusal }))).to.deep.equal([
      '::error title=Netra acceptance::HARNESS ERROR: TEST_ENV is malformed',
    ])
  })

  it('are at most ten of a kind', () => {
    const failed = scenarioRecord({ status: 'FAILED', outcome: outcomeOf({ blamed: ['target'] }) })
    expect(annotate(runRecord(Array.from({ length: 14 }, () => failed)))).to.have.lengthOf(10)
  })
})
