import { describe, it } from 'node:test'
import { expect } from 'chai'
import { NotSeen } from '#expect/seen'
import { brokenIn, resultOf } from '#testing/checks'
import { anothersWorkGoesOn, type WorkBeside } from './work-beside.checks.ts'

const QUESTION = {
  text: 'What?',
  workload: 'w-heron',
  monthlyCost: 120,
  given: [],
  parts: [],
  quantities: [],
}
const ANSWER = { outcome: 'answered', text: 'Workload w-heron costs 120.00 USD a month.' } as const
const DONE: WorkBeside = {
  name: 'Bram',
  ended: { question: QUESTION, ending: ANSWER },
  status: 'completed',
  tried: [
    { what: 'to stop it by a call', status: 404 },
    { what: 'to delete its conversation', status: 404 },
  ],
}

describe('Work that somebody else tries to reach', () => {
  const ID = 'anothers-work-goes-on'

  it('is completed, with its answer', () => {
    expect(resultOf(anothersWorkGoesOn(DONE))).to.include({
      status: 'passed',
      observed:
        "Bram's work is completed; to stop it by a call was answered 404; to delete its conversation was answered 404",
    })
  })

  const odd: Readonly<Record<string, { readonly more: Partial<WorkBeside>; readonly leak?: true }>> = {
    "Bram's work is cancelled; to stop": { more: { status: 'cancelled' }, leak: true },
    "Bram's work is completed; to stop it by a call was answered 202": {
      more: { tried: [{ what: 'to stop it by a call', status: 202 }] },
      leak: true,
    },
    "Bram's work is failed; to stop": { more: { status: 'failed' } },
    "Bram's work is completed; it did not come; to stop": {
      more: { ended: new NotSeen('absent', 'it did not come') },
    },
    "Bram's work is completed; to stop it by a call was answered 500": {
      more: { tried: [{ what: 'to stop it by a call', status: 500 }] },
    },
  }
  for (const [observed, { more, leak }] of Object.entries(odd)) {
    it(`is found out: ${observed}`, () => {
      const check = anothersWorkGoesOn({ ...DONE, ...more })
      expect(brokenIn(check)[ID]).to.include(observed)
      const result = resultOf(check)
      expect('leak' in result).to.equal(leak === true)
    })
  }
})
