import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { CheckResult } from '#expect/check'
import type { QuestionAndAnswer } from '#promises/shared/answers.checks'
import { brokenIn, resultOf } from '#testing/checks'
import { observedRun, starts } from '#testing/observed-run'
import {
  othersNoticeNothing,
  tooLongClosesConnection,
  type Neighbour,
  type TooLong,
} from './limits.checks.ts'

describe('A line on which a message is too long', () => {
  const LONG: TooLong = {
    limitBytes: 65_536,
    isAnsweringAtLimit: true,
    code: 1009,
    isOtherAnswering: true,
  }

  it('takes one at the limit, and ends after a longer one', () => {
    expect(resultOf(tooLongClosesConnection(LONG))).to.include({
      status: 'passed',
      observed: '65536 bytes: answered; one more: ended with 1009',
      control: 'another line of hers goes on',
    })
  })

  const faults: Readonly<Record<string, Partial<TooLong>>> = {
    'it does not take a message at the limit': { isAnsweringAtLimit: false },
    'it takes half as much': { limitBytes: 32_768 },
    'it ends with another code': { code: 1011 },
    'another line of hers ends, too': { isOtherAnswering: false },
  }
  for (const [what, more] of Object.entries(faults)) {
    it(`is found out when ${what}`, () => {
      const broken = brokenIn(tooLongClosesConnection({ ...LONG, ...more }))
      expect(broken).to.have.property('too-long-ends-the-line')
    })
  }
})

describe('A neighbour', () => {
  const exchange = (outcome: 'answered' | 'failed'): QuestionAndAnswer => ({
    question: { text: 'What does heron cost?', workload: 'heron', monthlyCost: 12, given: [] },
    ending: { outcome, text: 'heron costs $12 a month.' },
  })
  const [told] = observedRun([starts('a')]).events
  const received = told ? [told.event] : []
  const QUIET: Neighbour = { userId: 'u-1', exchanges: [exchange('answered')], received, isOpen: true }
  const look = (more: Partial<Neighbour>): CheckResult =>
    resultOf(othersNoticeNothing({ ...QUIET, ...more }, 'eight faults were sent'))

  it('notices nothing; what was done meanwhile is the control', () => {
    expect(look({})).to.include({
      status: 'passed',
      observed: 'answered as ever',
      control: 'eight faults were sent',
    })
  })

  const timestamp = '2026-01-02T03:04:05Z'
  const error = {
    type: 'error_message',
    timestamp,
    error_code: 'FORMAT_ERROR',
    error_message: 'No.',
  } as const
  const troubles: Readonly<Record<string, Partial<Neighbour>>> = {
    'the work on it failed': { exchanges: [exchange('answered'), exchange('failed')] },
    'was sent error_message': { received: [{ ...error, payload: {} }] },
    'was sent agent_started': { userId: 'u-2' },
    'her line ended': { isOpen: false },
  }
  for (const [observed, more] of Object.entries(troubles)) {
    it(`has noticed something when she says: ${observed}`, () => {
      expect(look(more)).to.include({ status: 'failed', observed })
    })
  }

  it('proves nothing when she has asked nothing', () => {
    expect(look({ exchanges: [] })).to.have.property('status', 'failed')
  })
})
