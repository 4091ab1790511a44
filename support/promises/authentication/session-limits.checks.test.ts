import { describe, it } from 'node:test'
import { expect } from 'chai'
import { NotSeen } from '#expect/seen'
import type { AccessAttempt } from '#promises/shared/access-points.checks'
import { brokenIn } from '#testing/checks'
import {
  accessDoesNotRenew,
  doubleUseEndsTheSession,
  expiredOpensNothing,
  refreshDoesNotEnter,
  type DoubleUse,
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
  const USE: DoubleUse = {
    replay: refresh(401),
    newestRefresh: refresh(401),
    newestAccess: [at('refused')],
    otherSession: [at('open')],
  }
  const look = (more: Partial<DoubleUse> = {}): Record<string, string> =>
    brokenIn(...doubleUseEndsTheSession({ ...USE, ...more }))

  it('ends its session and no other', () => {
    expect(look()).to.deep.equal({})
  })

  it('is found out by what it leaves open, and by nothing else', () => {
    expect(look({ replay: refresh(200) })).to.deep.equal({ [SPENT]: `a token: 200 ${REASON}` })
    expect(look({ newestRefresh: refresh(200) })).to.deep.equal({ [ENDS]: `a token: 200 ${REASON}` })
    expect(look({ newestAccess: [at('open')] })).to.deep.equal({
      [ENDS]: 'the profile is open: answered open',
    })
    expect(Object.keys(look({ otherSession: [at('refused')] }))).to.deep.equal([OTHERS])
  })

  it('has to be used: nothing seen holds nothing', () => {
    const nothing = new NotSeen('absent', 'no sign-in')
    expect(Object.keys(brokenIn(...doubleUseEndsTheSession(nothing)))).to.deep.equal([SPENT, ENDS, OTHERS])
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
