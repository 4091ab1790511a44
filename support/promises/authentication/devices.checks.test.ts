import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import { NotSeen } from '#expect/seen'
import type { AccessAttempt } from '#promises/shared/access-points.checks'
import type { ClosedConnection } from '#promises/shared/connection-end.checks'
import { milliseconds, seconds } from '#waiting/duration'
import {
  threadsShared,
  devicesGoOn,
  sessionsDistinct,
  signedOutEverywhere,
  type DeviceView,
  type SignedOutDevice,
} from './devices.checks.ts'
import type { SessionFacts } from './renewal.checks.ts'

const at = (outcome: AccessAttempt['outcome']): AccessAttempt => ({
  accessPoint: 'the profile',
  outcome,
  how: `answered ${outcome}`,
  texts: [],
  explained: true,
})
const view = (device: string, more: Partial<DeviceView> = {}): DeviceView => ({
  device,
  attempts: [at('open')],
  connectionAnswers: true,
  threads: ['t-1', 't-2'],
  total: 2,
  ...more,
})
const OWN = ['t-2', 't-1']

describe('Sessions of one person', () => {
  const ID = 'sessions-are-distinct'
  const session = (
    n: number,
    more: Partial<SessionFacts> = {},
    jti = `j-${n}`,
    sub = 'u-1',
  ): SessionFacts => ({
    accessToken: `pass-${n}`,
    refreshToken: `means-${n}`,
    statedLife: 900,
    claims: { sub, jti, email: 'asha@example.org', permissions: [], iat: 0, exp: 900 },
    ...more,
  })
  const look = (...sessions: readonly SessionFacts[]): Record<string, string> =>
    brokenIn(sessionsDistinct(sessions))

  it('have nothing in common but the person', () => {
    expect(look(session(1), session(2))).to.deep.equal({})
  })

  const shared: Readonly<Record<string, SessionFacts>> = {
    '2 sessions, 1 person; in common: tokenId': session(2, {}, 'j-1'),
    '2 sessions, 1 person; in common: accessToken': session(2, { accessToken: 'pass-1' }),
    '2 sessions, 1 person; in common: refreshToken': session(2, { refreshToken: 'means-1' }),
    '2 sessions, 2 person; in common: nothing': session(2, {}, 'j-2', 'u-2'),
  }
  for (const [observed, second] of Object.entries(shared)) {
    it(`are found out when there are ${observed}`, () => {
      expect(look(session(1), second)).to.deep.equal({ [ID]: observed })
    })
  }

  it('are several: one alone proves nothing', () => {
    expect(look(session(1))).to.have.property(ID)
  })
})

describe('Conversations of one person', () => {
  const ID = 'devices-share-conversations'
  const look = (...views: readonly DeviceView[]): Record<string, string> =>
    brokenIn(threadsShared(OWN, views))

  it('are all on each device', () => {
    expect(look(view('phone'), view('laptop'))).to.deep.equal({})
  })

  it('are found out when one is missing, another is there, or another number is stated', () => {
    expect(look(view('phone'), view('laptop', { threads: ['t-1'] }))).to.deep.equal({
      [ID]: 'laptop shows 1 of 2',
    })
    expect(look(view('phone'), view('laptop', { threads: ['t-1', 't-3'] }))).to.have.property(ID)
    expect(look(view('phone', { total: 3 }), view('laptop'))).to.deep.equal({
      [ID]: 'phone shows 2 of 3',
    })
  })

  it('are seen on several devices: one alone proves nothing', () => {
    expect(look(view('phone'))).to.have.property(ID)
  })
})

describe('Devices that go on', () => {
  const ID = 'others-go-on'
  const look = (...views: readonly DeviceView[]): Record<string, string> =>
    brokenIn(devicesGoOn(ID, OWN, views, 'the phone is signed out'))

  it('open every door, answer, and have all conversations', () => {
    expect(look(view('laptop'), view('tablet'))).to.deep.equal({})
  })

  const faults: Readonly<Record<string, Partial<DeviceView>>> = {
    'the profile is refused': { attempts: [at('open'), at('refused')] },
    'silent lines: tablet; missing conversations: none': { connectionAnswers: false },
    'silent lines: none; missing conversations: tablet': { threads: ['t-1'] },
  }
  for (const [observed, more] of Object.entries(faults)) {
    it(`are found out by one of them: ${observed}`, () => {
      expect(look(view('laptop'), view('tablet', more)))
        .to.have.property(ID)
        .that.contains(observed)
    })
  }
})

describe('A device that was signed out', () => {
  const LIMIT = { promised: seconds(2), tolerance: milliseconds(250) }
  const closed = (code: number, ms: number): ClosedConnection => ({ code, took: milliseconds(ms) })
  const GONE: SignedOutDevice = {
    access: { attempts: [at('refused')], control: [at('open')] },
    refresh: [{ what: 'a renewal', status: 401, text: '{"detail":"Signed out"}' }],
    close: closed(1008, 2_200),
  }
  const look = (more: Partial<SignedOutDevice> = {}): Record<string, string> =>
    brokenIn(...signedOutEverywhere({ ...GONE, ...more }, LIMIT))
  const [OPENS, RENEWS, ENDS] = [
    'signed-out-opens-nothing',
    'signed-out-cannot-renew',
    'signed-out-line-ends',
  ]

  it('opens nothing, cannot renew, and its line has ended in time', () => {
    expect(look()).to.deep.equal({})
  })

  it('is found out by each of them alone', () => {
    const opened = { attempts: [at('open')], control: [at('open')] }
    const renewed = { what: 'a renewal', status: 200, text: '{}' }
    expect(Object.keys(look({ access: opened }))).to.deep.equal([OPENS])
    expect(Object.keys(look({ refresh: [renewed] }))).to.deep.equal([RENEWS])
    expect(look({ close: closed(1000, 20) })).to.deep.equal({ [ENDS]: 'ended with 1000 after 20 ms' })
  })

  it('is found out when its line ends a moment later than promised', () => {
    expect(look({ close: closed(1008, 2_300) })).to.deep.equal({ [ENDS]: 'ended with 1008 after 2.3 s' })
  })

  it('is judged by what was seen of it when something was not', () => {
    const nothing = new NotSeen('absent', 'nothing came')
    expect(look({ access: nothing })).to.deep.equal({ [OPENS]: 'nothing came' })
    expect(look({ refresh: nothing })).to.deep.equal({ [RENEWS]: 'nothing came' })
    expect(look({ close: nothing })).to.deep.equal({ [ENDS]: 'nothing came' })
  })
})
