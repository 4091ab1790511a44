import { describe, it } from 'node:test'
import { expect } from 'chai'
import { parse } from 'node-html-parser'
import { outcomeOf } from '#testing/outcome'
import { RUN_KINDS } from '#testing/run-kinds'
import { runRecord, scenarioRecord } from '#testing/run-record'
import { conclude, type RunRecord } from '#verdict/conclusion'
import { describeJunit } from './junit.ts'

const junit = (record: RunRecord): string => describeJunit(record, conclude(record))

/** Kind of run: how many tests, failures, errors, skipped. */
const COUNTS: Readonly<Record<string, readonly number[]>> = {
  passed: [1, 0, 0, 0],
  'passed with deviations': [1, 0, 0, 0],
  'passed with known failures': [2, 0, 0, 1],
  'isolation violated': [2, 1, 0, 0],
  'not testable': [1, 0, 0, 1],
  degraded: [4, 0, 0, 1],
  'broken off': [1, 0, 1, 0],
}

describe('junit.xml', () => {
  for (const [kind, [record]] of Object.entries(RUN_KINDS)) {
    it(`counts a run that is ${kind} as the verdict has it`, () => {
      const suite = parse(junit(record)).querySelector('testsuite')
      const counts = ['tests', 'failures', 'errors', 'skipped'].map((name) =>
        Number(suite?.getAttribute(name)),
      )
      expect(counts).to.deep.equal(COUNTS[kind])
      expect(suite?.querySelector('property[name=verdict]')?.getAttribute('value')).to.equal(
        conclude(record).verdict,
      )
    })
  }

  it('says of what is accepted why, and of what is broken what was seen', () => {
    const known = junit(RUN_KINDS['passed with known failures']?.[0] ?? runRecord([]))
    expect(known).to.match(
      /<skipped message="known-failure: AUTH-3\.stated-life-is-true is known to fail until/,
    )
    const failure = parse(junit(RUN_KINDS['isolation violated']?.[0] ?? runRecord([]))).querySelector(
      'failure',
    )
    expect(failure?.getAttribute('type')).to.equal('isolation-violated')
    expect(failure?.text).to.include('observed  Mallory was shown </script><img src=x')
  })

  it('is well-formed whatever a platform has said', () => {
    const observed = 'a ]]> b \u001b[2J c \u0000 d \ud800 <e a="1">'
    const check = { status: 'failed', id: 'AUTH-1.one-identity-everywhere', expected: 'x', observed } as const
    const text = junit(
      runRecord([
        scenarioRecord({ status: 'FAILED', outcome: outcomeOf({ checks: [check], blamed: ['target'] }) }),
      ]),
    )
    expect(text).not.to.match(/(?![\n\t])\p{Cc}|\]\]>|<e/u)
    expect(text.isWellFormed()).to.equal(true)
    expect(parse(text).querySelector('failure')?.text).to.include('a ]]> b ')
  })
})
