import { describe, it } from 'node:test'
import { expect } from 'chai'
import { resultOf } from '#testing/checks'
import { type CheckResult } from '#expect/check'
import { allRefused, describeAttempt as tell, type Attempt } from './refusals.checks.ts'

const REASON = '{"detail":"The address is no address"}'
const NO_ADDRESS: Attempt = { what: 'no address', status: 422, text: REASON }
const SHORT: Attempt = { what: 'a short password', status: 422, text: REASON }

const judging = (...attempts: readonly Attempt[]): CheckResult =>
  resultOf(allRefused('weak-password-refused', 422, attempts, 'Asha registered'))

describe('What was tried and has to be refused', () => {
  it('is refused when every attempt was, with a reason; what was answered is told', () => {
    expect(judging(NO_ADDRESS, SHORT)).to.deep.equal({
      status: 'passed',
      id: 'AUTH-1.weak-password-refused',
      expected: 'no address, a short password: refused (422) with a reason',
      observed: `no address: 422 ${REASON}; a short password: 422 ${REASON}`,
      control: 'Asha registered',
    })
  })

  it('is not refused when nothing was tried', () => {
    expect(judging()).to.include({ status: 'failed', observed: 'nothing was tried' })
  })

  const odd: Readonly<Record<string, Attempt>> = {
    'an open door': { what: 'an odd one', status: 200, text: '{"access_token":"hidden"}' },
    'another refusal': { what: 'an odd one', status: 400, text: REASON },
    'a fault': { what: 'an odd one', status: 500, text: REASON },
    'no reason': { what: 'an odd one', status: 422, text: '{}' },
    'a reason without words': { what: 'an odd one', status: 422, text: '{"detail":""}' },
    'no JSON': { what: 'an odd one', status: 422, text: '<html>The address is no address</html>' },
    nothing: { what: 'an odd one', status: 422, text: '' },
  }
  for (const [answer, attempt] of Object.entries(odd)) {
    it(`is not refused when one of several was answered with ${answer}: that one alone is told`, () => {
      const result = judging(NO_ADDRESS, attempt, SHORT)
      expect(result).to.include({ status: 'failed', control: 'Asha registered' })
      expect(result)
        .to.have.property('observed')
        .that.matches(/^an odd one: \d+/)
        .and.not.contains(';')
      expect(JSON.stringify(result)).not.to.contain('hidden')
    })
  }
})

describe('A refusal', () => {
  it('is told on one line, however long it is', () => {
    const told = tell({ what: 'a flood', status: 413, text: `too\n${'much '.repeat(100)}` })
    expect(told)
      .to.match(/^a flood: 413 too much .+…$/)
      .and.have.length.below(110)
    expect(tell({ what: 'nothing', status: 204, text: '' })).to.equal('nothing: 204')
  })
})
