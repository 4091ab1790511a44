import { describe, it } from 'node:test'
import { expect } from 'chai'
import { TOLERANCE, type TimeLimit } from '#contract/promises'
import type { CheckResult } from '#expect/check'
import { resultOf } from '#testing/checks'
import { seconds } from '#waiting/duration'
import { sessionEndCloses } from './connection-end.checks.ts'

describe('A line whose pass is over', () => {
  const LIMIT: TimeLimit = { promised: seconds(2), tolerance: TOLERANCE.near }
  const ending = (code: number, after: number): CheckResult => {
    const took = seconds(after)
    return resultOf(sessionEndCloses('expiry-ends-the-line', { code, took }, LIMIT, 'a newer one goes on'))
  }

  it('ends by 1008, within the time promised', () => {
    expect(ending(1008, 2.2)).to.include({
      status: 'passed',
      expected: '1008, within 2 s',
      observed: 'ended with 1008 after 2.2 s',
      control: 'a newer one goes on',
    })
  })

  it('is found out when it ends otherwise, or late', () => {
    expect(ending(1000, 1)).to.include({ status: 'failed', observed: 'ended with 1000 after 1 s' })
    expect(ending(1008, 2.3)).to.include({ status: 'failed', observed: 'ended with 1008 after 2.3 s' })
  })
})
