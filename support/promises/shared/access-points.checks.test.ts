import { describe, it } from 'node:test'
import { expect } from 'chai'
import { resultOf } from '#testing/checks'
import { Broken, type CheckResult } from '#expect/check'
import {
  allAccepted,
  refusedEverywhere,
  describeAccepted,
  ownTokenAccepted,
  tokenRefused,
  type AccessAttempt,
} from './access-points.checks.ts'

const ID = 'unsigned-refused'
const CONTROL = "Asha's own pass opened 2 of 2 doors"

const at = (accessPoint: string, outcome: AccessAttempt['outcome']): AccessAttempt => ({
  accessPoint,
  outcome,
  how: `answered ${outcome}`,
  texts: [],
  explained: true,
})
const [PROFILE_OPEN, LINE_OPEN] = [at('the profile', 'open'), at('the live line', 'open')]
const [PROFILE_SHUT, LINE_SHUT] = [at('the profile', 'refused'), at('the live line', 'refused')]
const LINE_ODD = at('the live line', 'neither')

const trying = (...attempts: readonly AccessAttempt[]): CheckResult =>
  resultOf(refusedEverywhere(ID, 'a pass signed by nobody', attempts, CONTROL))

describe('A pass that must open nothing', () => {
  it('opens nothing when it was refused at every door', () => {
    expect(trying(PROFILE_SHUT, LINE_SHUT)).to.deep.equal({
      status: 'passed',
      id: `AUTH-5.${ID}`,
      expected: 'a pass signed by nobody: refused at every door',
      observed: 'refused at 2 doors: the profile, the live line',
      control: CONTROL,
    })
  })

  it('has opened something when one door was open: that one is told', () => {
    expect(trying(PROFILE_SHUT, LINE_OPEN)).to.include({
      status: 'failed',
      observed: 'the live line is open: answered open',
      control: CONTROL,
    })
  })

  it('was not refused by an answer that is neither a refusal nor an opening', () => {
    expect(trying(PROFILE_SHUT, LINE_ODD)).to.include({
      status: 'failed',
      observed: 'the live line is in disorder: answered neither',
    })
  })

  it('was not refused when it was tried nowhere', () => {
    expect(trying()).to.include({ status: 'failed', observed: 'refused at 0 doors: none was tried' })
  })

  it('is not testable where it cannot be had, and the reason is told', () => {
    const kind = {
      slug: ID,
      what: 'a pass signed by nobody',
      attempts: [],
      untestable: 'no secret is known',
    } as const
    expect(resultOf(tokenRefused(kind, CONTROL))).to.include({
      status: 'not-testable',
      reason: 'no secret is known',
    })
  })

  it('is judged as any other where it can be had', () => {
    const kind = { slug: ID, what: 'a pass signed by nobody' } as const
    const results = [
      resultOf(tokenRefused({ ...kind, attempts: [LINE_SHUT] }, CONTROL)),
      resultOf(tokenRefused({ ...kind, attempts: [LINE_OPEN] }, CONTROL)),
      resultOf(tokenRefused({ ...kind, attempts: [] }, CONTROL)),
    ]
    expect(results.map(({ status }) => status)).to.deep.equal(['passed', 'failed', 'failed'])
  })
})

describe("The owner's own pass", () => {
  it('opens every door, and says which', () => {
    expect(allAccepted([PROFILE_OPEN, LINE_OPEN])).to.deep.equal({
      observed: 'open at 2 doors: the profile, the live line',
    })
  })

  const odd: Readonly<Record<string, readonly AccessAttempt[]>> = {
    'one of them is shut': [PROFILE_OPEN, LINE_SHUT],
    'one of them is in disorder': [PROFILE_OPEN, LINE_ODD],
    'none was tried': [],
  }
  for (const [what, attempts] of Object.entries(odd)) {
    it(`does not open every door when ${what}`, () => {
      expect(() => allAccepted(attempts)).to.throw(Broken)
      expect(resultOf(ownTokenAccepted(attempts))).to.include({
        id: 'AUTH-5.own-pass-opens-every-door',
        status: 'failed',
      })
    })
  }

  it('is a control of which is told how many doors it opened', () => {
    const told = describeAccepted("Asha's own pass", [PROFILE_OPEN, LINE_SHUT, LINE_ODD])
    expect(told).to.equal("Asha's own pass opened 1 of 3 doors")
  })
})
