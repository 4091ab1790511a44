import { describe, it } from 'node:test'
import { expect } from 'chai'
import { outcomeOf } from '#testing/outcome'
import { RUN_KINDS } from '#testing/run-kinds'
import { runRecord, scenarioRecord } from '#testing/run-record'
import { conclude, type RunRecord } from '#verdict/conclusion'
import { describeSummary } from './summary.ts'

const summary = (record: RunRecord): string => describeSummary(record, conclude(record))

describe('summary.md', () => {
  it('says in a few lines of a run that went well what was kept, and what that protects', () => {
    const text = summary(runRecord([scenarioRecord(), scenarioRecord({ id: 'AUTH-2' })]))
    expect(text.split('\n')[0]).to.equal('**PASSED: 2 of 2 promises kept on the local stack**')
    expect(text).to.include(
      '| Authentication | 2 of 2 | $50K+ MRR from authentication failures | protected |',
    )
    expect(text).not.to.include('Not kept')
    expect(text.split('\n')).to.have.length.below(10)
  })

  it('has a row for each promise that is not kept, and says what is known of it', () => {
    const text = summary(RUN_KINDS['passed with known failures']?.[0] ?? runRecord([]))
    expect(text).to.match(
      /^\| AUTH-3 \| A session lives \| Known failure \| Not kept: “A session lives exactly/m,
    )
    expect(text).to.match(
      /^Known failures, 1 of at most 1:\n\n- AUTH-3\.stated-life-is-true is known to fail until/m,
    )
    expect(text).not.to.include('| AUTH-1')
  })

  it('lets nothing that a platform has said be more than a text', () => {
    const observed = '![x](https://a.example/p.png) <img src=x> | @everybody `code` \u001b[2J'
    const check = {
      status: 'failed',
      id: 'AUTH-1.one-identity-everywhere',
      expected: 'one',
      observed,
    } as const
    const outcome = outcomeOf({ checks: [check], blamed: ['target'] })
    const text = summary(runRecord([scenarioRecord({ status: 'FAILED', outcome })]))
    expect(text).not.to.match(/!\[|[^\\]<img| @e|(?!\n)\p{Cc}/u)
  })
})
