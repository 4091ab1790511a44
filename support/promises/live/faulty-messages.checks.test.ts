import {
  othersNoticeNothing,
  tooLongClosesConnection,
  type Neighbour,
  type TooLong,
} from './limits.checks.ts'
import { connectionClosedWith } from '#promises/shared/connection-end.checks'
import { floodIsSlowed, type Flood } from '#promises/shared/flood.checks'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import type { CheckResult } from '#expect/check'
import { eachFaultHasItsError, connectionStaysOpen, type FaultyMessage } from './faulty-messages.checks.ts'

const LIST: FaultyMessage = {
  what: 'a list',
  wanted: 'FORMAT_ERROR',
  errors: ['FORMAT_ERROR'],
  isExplained: true,
}
const SONG: FaultyMessage = {
  what: 'a song',
  wanted: 'UNKNOWN_TYPE',
  errors: ['UNKNOWN_TYPE'],
  isExplained: true,
}

describe('A faulty message', () => {
  const ID = 'each-fault-has-its-error'
  const look = (...messages: readonly FaultyMessage[]): Record<string, string> =>
    brokenIn(eachFaultHasItsError(messages))

  it('is answered with an error of its own, in words', async () => {
    expect(resultOf(eachFaultHasItsError([LIST, SONG]))).to.include({
      ...{ status: 'passed', observed: 'a list: FORMAT_ERROR; a song: UNKNOWN_TYPE' },
    })
  })

  const odd: Readonly<Record<string, Partial<FaultyMessage>>> = {
    'a song: no error, not one UNKNOWN_TYPE': { errors: [] },
    'a song: FORMAT_ERROR, not one UNKNOWN_TYPE': { errors: ['FORMAT_ERROR'] },
    'a song: UNKNOWN_TYPE and UNKNOWN_TYPE, not one UNKNOWN_TYPE': {
      errors: ['UNKNOWN_TYPE', 'UNKNOWN_TYPE'],
    },
    'a song: UNKNOWN_TYPE, not one UNKNOWN_TYPE': { isExplained: false },
  }
  for (const [observed, more] of Object.entries(odd)) {
    it(`is found out among others: ${observed}${more.isExplained === false ? ' in words' : ''}`, async () => {
      expect(look(LIST, { ...SONG, ...more })).to.deep.equal({ [ID]: observed })
    })
  }

  it('has to be sent: nothing sent is nothing seen', async () => {
    expect(look()).to.deep.equal({ [ID]: 'nothing was sent' })
  })
})

describe('A line on which faults are sent', () => {
  const ID = 'line-stays-open'
  const look = (answered: number, sent: number, end?: string): Record<string, string> =>
    brokenIn(connectionStaysOpen({ answered, sent, end }))

  it('answers after each of them', async () => {
    expect(look(8, 8)).to.deep.equal({})
    expect(look(7, 8)).to.deep.equal({ [ID]: 'answered after 7 of 8' })
    expect(look(8, 8, 'by the platform')).to.deep.equal({
      [ID]: 'answered after 8 of 8; ended: by the platform',
    })
    expect(look(0, 0)).to.have.property(ID)
  })

  const lengths: Readonly<Record<string, Partial<TooLong>>> = {
    'it does not take a message at the limit': { atLimit: 'ended' },
    'it ends with another code': { pastLimit: 1011 },
    'another line of hers ends, too': { otherAnswers: false },
  }
  const LONG: TooLong = { limitBytes: 32_768, atLimit: 'answered', pastLimit: 1009, otherAnswers: true }
  it('ends after a message that is too long', async () => {
    expect(brokenIn(tooLongClosesConnection(LONG))).to.deep.equal({})
  })
  for (const [what, more] of Object.entries(lengths)) {
    it(`is found out when ${what}`, async () => {
      const broken = brokenIn(tooLongClosesConnection({ ...LONG, ...more }))
      expect(broken).to.have.property('too-long-ends-the-line')
    })
  }

  it('ends by 1008 alone when its pass is over', async () => {
    const ending = (code: number): CheckResult =>
      resultOf(connectionClosedWith('expiry-ends-the-line', code, 'a newer one goes on'))
    expect(await ending(1008)).to.include({ status: 'passed', control: 'a newer one goes on' })
    expect(await ending(1000)).to.include({ status: 'failed', observed: 'ended with 1000' })
  })
})

describe('A flood', () => {
  const ID = 'flood-is-slowed'
  const SLOWED: Flood = { sent: 5, accepted: 3, waits: [1, 60], afterwards: 'answered' }
  const look = (more: Partial<Flood> = {}): Record<string, string> =>
    brokenIn(floodIsSlowed('flood-is-slowed', { ...SLOWED, ...more }))

  it('is taken in part, and refused in part with how long to wait', async () => {
    expect(look()).to.deep.equal({})
  })

  const faults: Readonly<Record<string, Partial<Flood>>> = {
    '5 of 5 taken, 0 refused, 0 with a wait; then answered': { accepted: 5, waits: [] },
    '0 of 2 taken, 2 refused, 2 with a wait; then answered': { sent: 2, accepted: 0 },
    '3 of 6 taken, 2 refused, 2 with a wait; then answered': { sent: 6 },
    '3 of 5 taken, 2 refused, 1 with a wait; then answered': { waits: [1, undefined] },
    '3 of 5 taken, 2 refused, 0 with a wait; then answered': { waits: [0, 61] },
    '3 of 5 taken, 2 refused, 2 with a wait; then refused': { afterwards: 'refused' },
  }
  for (const [observed, more] of Object.entries(faults)) {
    it(`is not slowed as it should be: ${observed}`, async () => {
      expect(look(more)).to.deep.equal({ [ID]: observed })
    })
  }
})

describe('A neighbour', () => {
  const look = (more: Partial<Neighbour>): CheckResult => {
    const quiet = { faults: [], strange: [], lineIsOpen: true }
    return resultOf(othersNoticeNothing({ ...quiet, ...more }, 'eight faults were sent'))
  }

  it('notices nothing; what was done meanwhile is the control', async () => {
    expect(look({})).to.include({
      ...{ status: 'passed', observed: 'answered as ever', control: 'eight faults were sent' },
    })
  })

  const troubles: Readonly<Record<string, Partial<Neighbour>>> = {
    'the work on it failed': { faults: ['the work on it failed'] },
    'was sent error_message': { strange: ['error_message'] },
    'her line ended': { lineIsOpen: false },
  }
  for (const [observed, more] of Object.entries(troubles)) {
    it(`has noticed something when she says: ${observed}`, async () => {
      expect(look(more)).to.include({ status: 'failed', observed })
    })
  }
})
