import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import {
  answerIsWhole,
  lateDeviceCatchesUp,
  nothingMissed,
  otherDeviceHearsAll,
  workNeverNoticed,
  type InterruptedRun,
  type Return,
} from './lost-connections.checks.ts'

const back = (how: string, ...missed: readonly number[]): Return => ({
  how,
  missed,
  told: missed,
  faults: [],
})
const RETURNS = [back('she hangs up', 3, 4), back('it is cut off', 6), back('it falls silent', 8, 9)]
const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const RUN: InterruptedRun = {
  times: 3,
  returns: RETURNS,
  happened: ALL,
  known: ALL,
  endFault: undefined,
  companion: ALL,
  companionFaults: [],
  outcome: 'answered',
  status: 'completed',
}

const judge = (more: Partial<InterruptedRun>): Record<string, string> => {
  const run = { ...RUN, ...more }
  return brokenIn(...nothingMissed(run), otherDeviceHearsAll(run), workNeverNoticed(run))
}

/** The third return, changed. */
const lastReturn = (more: Partial<Return>): Return[] => [
  ...RETURNS.slice(0, 2),
  { ...back('it falls silent', 8, 9), ...more },
]

const [AGAIN, ONCE] = ['missed-is-told-again', 'told-once-in-order']
const [OTHER, NEVER] = ['other-device-hears-all', 'work-never-noticed']
const FAULTS: Readonly<Record<string, { more: Partial<InterruptedRun>; broken: Record<string, string> }>> = {
  'one word that was missed is not told again': {
    more: { returns: lastReturn({ told: [9, 10] }) },
    broken: {
      [AGAIN]:
        'she hangs up: 2 missed, lost nothing; it is cut off: 1 missed, lost nothing; ' +
        'it falls silent: 2 missed, lost #8',
    },
  },
  'the line was lost twice only': {
    more: { returns: RETURNS.slice(0, 2) },
    broken: {
      [AGAIN]:
        'she hangs up: 2 missed, lost nothing; it is cut off: 1 missed, lost nothing; ' +
        'came back 2 of 3 times',
    },
  },
  'a return has a fault': {
    more: { returns: lastReturn({ faults: ['was told #9 after #9'] }) },
    broken: { [ONCE]: '10 words known, holes: nothing; it falls silent: was told #9 after #9' },
  },
  'the end is never told': {
    more: { endFault: 'no end' },
    broken: { [ONCE]: '10 words known, holes: nothing; no end' },
  },
  'something that happened never came to be known': {
    more: { known: [1, 2, 3, 5, 6, 8, 9, 10] },
    broken: { [ONCE]: '8 words known, holes: #4, #7; no fault' },
  },
  'another device missed the last word': {
    more: { companion: ALL.slice(0, -1) },
    broken: { [OTHER]: '9 of 10 words, no fault' },
  },
  'another device heard one word in place of another': {
    more: { companion: ALL.with(4, 4) },
    broken: { [OTHER]: '10 of 10 words, no fault' },
  },
  'another device was told something twice': {
    more: { companionFaults: ['was told #2 after #2'] },
    broken: { [OTHER]: '10 of 10 words, was told #2 after #2' },
  },
  'the work failed': { more: { outcome: 'failed' }, broken: { [NEVER]: 'failed, completed' } },
  'its record says that it goes on': {
    more: { status: 'running' },
    broken: { [NEVER]: 'answered, running' },
  },
}

describe('Work that goes on while a line is lost', () => {
  it('is known whole, on every device', () => {
    expect(judge({})).to.deep.equal({})
  })

  for (const [what, { more, broken }] of Object.entries(FAULTS)) {
    it(`is found out when ${what}, by that check alone`, () => {
      expect(judge(more)).to.deep.equal(broken)
    })
  }

  it('proves nothing when nothing was missed', () => {
    const broken = judge({ returns: lastReturn({ missed: [] }) })
    expect(broken[AGAIN]).to.match(/it falls silent: 0 missed, lost nothing$/)
  })

  it('may be lost as often as the feature says', () => {
    expect(judge({ times: 2, returns: RETURNS.slice(0, 2) })).to.deep.equal({})
  })

  it('proves nothing when nothing happened', () => {
    const nothing = { happened: [], known: [], companion: [] }
    expect(Object.keys(judge(nothing))).to.deep.equal([ONCE, OTHER])
  })
})

describe('A device that comes late', () => {
  const ID = 'late-device-catches-up'
  const look = (all: number, told: number[], ...faults: string[]): Record<string, string> =>
    brokenIn(lateDeviceCatchesUp({ all, told, faults }))

  it('is told the whole story, once', () => {
    expect(look(3, [1, 2, 3])).to.deep.equal({})
    expect(look(3, [1, 2])).to.deep.equal({ [ID]: '2 of 3 words; no fault' })
    expect(look(3, [1, 2, 3, 3])).to.have.property(ID)
    expect(look(3, [1, 3, 2])).to.have.property(ID)
    expect(look(3, [1, 2, 3], 'never done')).to.deep.equal({ [ID]: '3 of 3 words; never done' })
    expect(look(0, [])).to.have.property(ID)
  })
})

describe('The answer to work whose line was lost', () => {
  const ID = 'answer-is-whole'
  const look = (told: string, ...kept: string[]): Record<string, string> =>
    brokenIn(answerIsWhole({ told, kept }))

  it('is kept once, as it was told', () => {
    expect(look('The plan.', 'The plan.')).to.deep.equal({})
    expect(look('The plan.', 'The pl')).to.deep.equal({ [ID]: '9 characters told; kept: 6' })
    expect(look('The plan.', 'The plan.', 'The plan.')).to.have.property(ID)
    expect(look('The plan.')).to.deep.equal({ [ID]: '9 characters told; kept: none' })
    expect(look('', '')).to.have.property(ID)
  })
})
