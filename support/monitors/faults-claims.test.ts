import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFrame } from '#contract/frames'
import { exchange, unanswered } from '#testing/exchange'
import type { WireFrame } from '#wire/exchange'
import { FaultWatch } from './faults.ts'

function heard(person: string, frame: object): WireFrame {
  const text = JSON.stringify({ timestamp: '2026-01-02T03:04:05Z', ...frame })
  return { connection: 2, person, direction: 'received', text, parsed: readFrame(text), at: 5 }
}

const RUN = { user_id: 'u', thread_id: 't', run_id: 'r', agent_name: 'data' }

const BEFALLS: Readonly<Record<string, (faults: FaultWatch, person: string) => void>> = {
  'an answer of 500': (faults, person) => faults.exchange(exchange({ person, status: 500 })),
  'an answer of 429': (faults, person) => faults.exchange(exchange({ person, status: 429 })),
  'a call that got no answer': (faults, person) => faults.exchange(unanswered('ECONNRESET', { person })),
  'a line that was ended': (faults, person) =>
    faults.connectionEnd({ connection: 2, person, code: 1011, reason: '', ours: false, at: 9 }),
  'an agent that failed': (faults, person) => {
    const payload = { ...RUN, error_code: 'NO_MODEL', message: 'No.', recoverable: false }
    faults.frame(heard(person, { type: 'agent_error', event_id: 'e', sequence: 1, payload }))
  },
  'an error on a line': (faults, person) => {
    const error = { error_code: 'UNKNOWN_TYPE', error_message: 'No.' }
    faults.frame(heard(person, { type: 'error_message', ...error, payload: {} }))
  },
}

describe('Somebody whom anything may befall', () => {
  for (const [what, befall] of Object.entries(BEFALLS)) {
    it(`is forgiven ${what}, before or after it came, and nobody else is`, () => {
      const faults = new FaultWatch()
      befall(faults, 'User 1')
      faults.expectAnyFaultOf('User 1')
      befall(faults, 'User 1')
      expect(faults.findings).to.deep.equal([])
      befall(faults, 'User 10')
      expect(faults.findings.map(({ text }) => text)).to.have.length(1)
      expect(faults.findings[0]?.text).to.match(/^User 10\b/)
    })
  }

  it('is not forgiven what went wrong apart from the wire, whatever it tells of', () => {
    const faults = new FaultWatch()
    faults.expectAnyFaultOf('User 1')
    faults.report('User 1')
    expect(faults.findings).to.deep.equal([{ text: 'User 1' }])
  })
})

describe('Other faults that a step meant to cause', () => {
  const { 'an agent that failed': failAgent, 'an error on a line': tellError } = BEFALLS

  it('are claimed by the run that was meant to fail, and by no other', () => {
    const faults = new FaultWatch()
    failAgent?.(faults, 'User 1')
    faults.expectRunFailure('another')
    expect(faults.findings).to.have.length(1)
    faults.expectRunFailure('r')
    expect(faults.findings).to.deep.equal([])
  })

  it('are claimed by the line and the code of an error, and not by one of them alone', () => {
    const faults = new FaultWatch()
    tellError?.(faults, 'User 1')
    faults.expectErrors(3, 'UNKNOWN_TYPE')
    faults.expectErrors(2, 'THREAD_NOT_FOUND')
    expect(faults.findings).to.have.length(1)
    faults.expectErrors(2, 'UNKNOWN_TYPE')
    expect(faults.findings).to.deep.equal([])
  })
})
