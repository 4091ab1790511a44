import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import {
  renewed,
  watchingGoesOn,
  workGoesOn,
  type ConnectionAcrossRenewal,
  type SessionFacts,
  type RunAcrossRenewal,
} from './renewal.checks.ts'

const claims = { sub: 'u-1', email: 'asha@example.org', permissions: ['read', 'write'], iat: 100, exp: 1_000 }
const BEFORE: SessionFacts = {
  accessToken: 'pass-1',
  refreshToken: 'means-1',
  statedLife: 900,
  claims: { ...claims, jti: 'j-1' },
}
const AFTER: SessionFacts = {
  accessToken: 'pass-2',
  refreshToken: 'means-2',
  statedLife: 900,
  claims: { ...claims, jti: 'j-2' },
}

describe('A session that was renewed', () => {
  const [PASSES, PERSON, LIFE] = [
    'renewal-gives-new-passes',
    'same-person-after-renewal',
    'stated-life-is-true',
  ]
  const judge = (after: Partial<SessionFacts>, before = BEFORE): Record<string, string> =>
    brokenIn(...renewed(before, { ...AFTER, ...after }))

  it('has new passes, for the same person, of the life that is stated', () => {
    expect(judge({})).to.deep.equal({})
  })

  const claimsWith = (more: object): Partial<SessionFacts> => ({ claims: { ...AFTER.claims, ...more } })
  const faults: readonly (readonly [string, Partial<SessionFacts>, Record<string, string>])[] = [
    ['the pass is the same', { accessToken: 'pass-1' }, { [PASSES]: 'the same as before: the pass' }],
    ['its id is the same', claimsWith({ jti: 'j-1' }), { [PASSES]: 'the same as before: the pass' }],
    [
      'the means of renewal is the same',
      { refreshToken: 'means-1' },
      { [PASSES]: 'the same as before: the means of renewal' },
    ],
    ['it cannot be renewed again', { refreshToken: undefined }, { [PASSES]: 'both are new' }],
    ["it is somebody else's", claimsWith({ sub: 'u-2' }), { [PERSON]: 'u-2, asha@example.org, read, write' }],
    ['a right is lost', claimsWith({ permissions: ['read'] }), { [PERSON]: 'u-1, asha@example.org, read' }],
    [
      'it lives shorter than stated',
      claimsWith({ exp: 999 }),
      { [LIFE]: '900 s stated, 900 s real; 900 s stated, 899 s real' },
    ],
  ]
  for (const [what, after, broken] of faults) {
    it(`is found out when ${what}, by that check alone`, () => {
      expect(judge(after)).to.deep.equal(broken)
    })
  }

  it('need not say how long it lives', () => {
    expect(judge({ statedLife: undefined })).to.deep.equal({})
    expect(judge({ statedLife: undefined }, { ...BEFORE, statedLife: undefined })).to.deep.equal({})
  })

  it('is found out when its life was not as stated before', () => {
    expect(judge({}, { ...BEFORE, statedLife: 901 })).to.have.property(LIFE)
  })
})

describe('Watching across a renewal', () => {
  const LINE: ConnectionAcrossRenewal = {
    isOpen: true,
    answers: true,
    isOtherOpen: false,
    statedEnd: '2026-01-02T03:04:05Z',
    realEnd: '2026-01-02T03:04:05.000Z',
  }
  const look = (more: Partial<ConnectionAcrossRenewal> = {}): Record<string, string> =>
    brokenIn(watchingGoesOn({ ...LINE, ...more }))

  it('goes on for as long as the new pass, however that moment is written', () => {
    expect(look()).to.deep.equal({})
    for (const more of [{ isOpen: false }, { answers: false }, { statedEnd: undefined }]) {
      expect(look(more)).to.have.property('watching-goes-on')
    }
    expect(look({ statedEnd: '2026-01-02T03:04:06Z' })).to.deep.equal({
      'watching-goes-on':
        'open, answers, until 2026-01-02T03:04:06Z as stated, 2026-01-02T03:04:05.000Z by the pass',
    })
  })
})

describe('Work across a renewal', () => {
  const look = (more: Partial<RunAcrossRenewal> = {}): Record<string, string> =>
    brokenIn(workGoesOn({ outcome: 'answered', eventsAfterwards: 2, stored: 1, ...more }))

  it('is heard on to its answer, which is stored once', () => {
    expect(look()).to.deep.equal({})
    // Where the renewal takes its time, no more than the end may come after it.
    expect(look({ eventsAfterwards: 1 })).to.deep.equal({})
    for (const more of [{ outcome: 'failed' as const }, { stored: 0 }, { stored: 2 }])
      expect(look(more)).to.have.property('work-goes-on')
  })

  it('cannot be heard when it was over before', () => {
    const over = workGoesOn({ outcome: 'answered', eventsAfterwards: 0, stored: 1 })
    expect(resultOf(over).status).to.equal('not-testable')
  })
})
