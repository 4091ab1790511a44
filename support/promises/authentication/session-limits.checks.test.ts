import { describe, it } from 'node:test'
import { expect } from 'chai'
import { NotSeen } from '#expect/seen'
import type { AccessAttempt } from '#promises/shared/access-points.checks'
import { milliseconds } from '#waiting/duration'
import { brokenIn } from '#testing/checks'
import {
  accessDoesNotRenew,
  doubleUseEndsTheSession,
  expiredOpensNothing,
  refreshDoesNotEnter,
  usedAtOnce,
  type DoubleUse,
  type UseAtOnce,
} from './session-limits.checks.ts'

const REASON = '{"detail":"Invalid refresh token"}'
const at = (outcome: AccessAttempt['outcome'], accessPoint = 'the profile'): AccessAttempt => ({
  accessPoint,
  outcome,
  how: `answered ${outcome}`,
  texts: [],
  explained: true,
})
const refresh = (status: number): DoubleUse['replay'] => ({ what: 'a token', status, text: REASON })

describe('A refresh token that is used twice', () => {
  const [SPENT, ENDS, OTHERS] = ['spent-renewal-refused', 'replay-ends-the-session', 'replay-ends-no-other']
  const LINES = 'replay-ends-its-lines'
  const LIMIT = { promised: milliseconds(2_000), tolerance: milliseconds(250) }
  const USE: DoubleUse = {
    replay: refresh(401),
    newestRefresh: refresh(401),
    branchAccess: [at('refused')],
    otherSession: [at('open')],
    close: { code: 1008, took: milliseconds(20) },
  }
  const look = (more: Partial<DoubleUse> = {}): Record<string, string> =>
    brokenIn(...doubleUseEndsTheSession({ ...USE, ...more }, LIMIT))

  it('ends its session and no other', () => {
    expect(look()).to.deep.equal({})
  })

  it('is found out by what it leaves open, and by nothing else', () => {
    expect(look({ replay: refresh(200) })).to.deep.equal({ [SPENT]: `a token: 200 ${REASON}` })
    expect(look({ newestRefresh: refresh(200) })).to.deep.equal({ [ENDS]: `a token: 200 ${REASON}` })
    expect(look({ branchAccess: [at('open')] })).to.deep.equal({
      [ENDS]: 'the profile is open: answered open',
    })
    expect(Object.keys(look({ otherSession: [at('refused')] }))).to.deep.equal([OTHERS])
    const late = { code: 1008, took: milliseconds(3_000) }
    expect(look({ close: late })).to.deep.equal({ [LINES]: 'ended with 1008 after 3 s' })
  })

  it('has to be used: nothing seen holds nothing', () => {
    const nothing = new NotSeen('absent', 'no sign-in')
    expect(Object.keys(brokenIn(...doubleUseEndsTheSession(nothing, LIMIT)))).to.deep.equal([
      SPENT,
      ENDS,
      LINES,
      OTHERS,
    ])
  })
})

describe('A refresh token that is used several times at the same moment', () => {
  const [ONCE, ENDS] = ['used-at-once-renews-once', 'used-at-once-ends-the-session']
  const USE: UseAtOnce = { statuses: [401, 200, 401], refreshes: [refresh(401)], access: [at('refused')] }
  const look = (more: Partial<UseAtOnce> = {}): string[] =>
    Object.keys(brokenIn(...usedAtOnce({ ...USE, ...more })))

  it('renews once or not at all, and nothing of it is left', () => {
    expect(look()).to.deep.equal([])
    expect(look({ statuses: [401, 401, 401], refreshes: [] })).to.deep.equal([])
  })

  it('is found out by each thing that is wrong about it', () => {
    expect(look({ statuses: [200, 200, 401] })).to.deep.equal([ONCE])
    expect(look({ statuses: [200, 500, 401] })).to.deep.equal([ONCE])
    expect(look({ statuses: [] })).to.deep.equal([ONCE])
    expect(look({ refreshes: [refresh(200)] })).to.deep.equal([ENDS])
    expect(look({ access: [at('open')] })).to.deep.equal([ENDS])
  })
})

describe('A token that is used for what it is not meant for', () => {
  it('is refused: an access token does not renew', () => {
    const look = (status: number): Record<string, string> =>
      brokenIn(accessDoesNotRenew(refresh(status), 'she renewed'))
    expect(look(401)).to.deep.equal({})
    expect(look(200)).to.deep.equal({ 'access-does-not-renew': `a token: 200 ${REASON}` })
  })

  it('is refused: a refresh token is accepted nowhere', () => {
    const look = (...attempts: readonly AccessAttempt[]): Record<string, string> =>
      brokenIn(refreshDoesNotEnter(attempts, 'she works'))
    expect(look(at('refused'))).to.deep.equal({})
    expect(look(at('refused'), at('open'))).to.have.property('refresh-does-not-enter')
    expect(look()).to.have.property('refresh-does-not-enter')
  })
})

describe('An expired token', () => {
  const [ROUTES, CONNECTIONS] = ['expired-opens-nothing', 'expired-opens-no-line']
  const LINE = 'the live line (subprotocol)'
  const look = (...attempts: readonly AccessAttempt[]): string[] =>
    Object.keys(brokenIn(...expiredOpensNothing(attempts, 'until then it was accepted')))

  it('is refused by the services and on the live line, each found out alone', () => {
    expect(look(at('refused'), at('refused', LINE))).to.deep.equal([])
    expect(look(at('open'), at('refused', LINE))).to.deep.equal([ROUTES])
    expect(look(at('refused'), at('open', LINE))).to.deep.equal([CONNECTIONS])
  })

  it('has to be tried at both', () => {
    expect(look(at('refused'))).to.deep.equal([CONNECTIONS])
    expect(look(at('refused', LINE))).to.deep.equal([ROUTES])
  })
})
