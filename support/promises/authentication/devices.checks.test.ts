import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import type { AccessAttempt } from '#promises/shared/access-points.checks'
import {
  threadsShared,
  devicesGoOn,
  sessionsDistinct,
  signedOutEverywhere,
  type DeviceView,
  type SessionMarks,
  type SignedOut,
} from './devices.checks.ts'

const at = (outcome: AccessAttempt['outcome']): AccessAttempt => ({
  ...{ accessPoint: 'the profile', outcome, how: `answered ${outcome}`, texts: [], explained: true },
})
const view = (device: string, more: Partial<DeviceView> = {}): DeviceView => ({
  ...{ device, doors: [at('open')], lineAnswers: true, conversations: ['t-1', 't-2'], total: 2 },
  ...more,
})
const OWN = ['t-2', 't-1']

describe('Sessions of one person', () => {
  const ID = 'sessions-are-distinct'
  const marks = (n: number, more: Partial<SessionMarks> = {}): SessionMarks => ({
    ...{ userId: 'u-1', tokenId: `j-${n}`, accessToken: `pass-${n}`, refreshToken: `means-${n}` },
    ...more,
  })
  const look = (...sessions: readonly SessionMarks[]): Record<string, string> =>
    brokenIn(sessionsDistinct(sessions))

  it('have nothing in common but the person', async () => {
    expect(look(marks(1), marks(2))).to.deep.equal({})
  })

  const shared: Readonly<Record<string, Partial<SessionMarks>>> = {
    '2 sessions, 1 person; in common: tokenId': { tokenId: 'j-1' },
    '2 sessions, 1 person; in common: accessToken': { accessToken: 'pass-1' },
    '2 sessions, 1 person; in common: refreshToken': { refreshToken: 'means-1' },
    '2 sessions, 2 person; in common: nothing': { userId: 'u-2' },
  }
  for (const [observed, more] of Object.entries(shared)) {
    it(`are found out when there are ${observed}`, async () => {
      expect(look(marks(1), marks(2, more))).to.deep.equal({ [ID]: observed })
    })
  }

  it('are several: one alone proves nothing', async () => {
    expect(look(marks(1))).to.have.property(ID)
  })
})

describe('Conversations of one person', () => {
  const ID = 'devices-share-conversations'
  const look = (...views: readonly DeviceView[]): Record<string, string> =>
    brokenIn(threadsShared(OWN, views))

  it('are all on each device', async () => {
    expect(look(view('phone'), view('laptop'))).to.deep.equal({})
  })

  it('are found out when one is missing, another is there, or another number is stated', async () => {
    expect(look(view('phone'), view('laptop', { conversations: ['t-1'] }))).to.deep.equal({
      [ID]: 'laptop shows 1 of 2',
    })
    expect(look(view('phone'), view('laptop', { conversations: ['t-1', 't-3'] }))).to.have.property(ID)
    expect(look(view('phone', { total: 3 }), view('laptop'))).to.deep.equal({
      [ID]: 'phone shows 2 of 3',
    })
  })

  it('are seen on several devices: one alone proves nothing', async () => {
    expect(look(view('phone'))).to.have.property(ID)
  })
})

describe('Devices that go on', () => {
  const ID = 'others-go-on'
  const look = (...views: readonly DeviceView[]): Record<string, string> =>
    brokenIn(devicesGoOn(ID, OWN, views, 'the phone is signed out'))

  it('open every door, answer, and have all conversations', async () => {
    expect(look(view('laptop'), view('tablet'))).to.deep.equal({})
  })

  const faults: Readonly<Record<string, Partial<DeviceView>>> = {
    'the profile is refused': { doors: [at('open'), at('refused')] },
    'silent lines: tablet; missing conversations: none': { lineAnswers: false },
    'silent lines: none; missing conversations: tablet': { conversations: ['t-1'] },
  }
  for (const [observed, more] of Object.entries(faults)) {
    it(`are found out by one of them: ${observed}`, async () => {
      expect(look(view('laptop'), view('tablet', more)))
        .to.have.property(ID)
        .that.contains(observed)
    })
  }
})

describe('A device that was signed out', () => {
  const GONE: SignedOut = {
    doors: [at('refused')],
    renewal: { what: 'a renewal', status: 401, text: '{"detail":"Signed out"}' },
    lineEnd: () => Promise.resolve(1008),
    control: [at('open')],
  }
  const look = (more: Partial<SignedOut> = {}): Record<string, string> =>
    brokenIn(...signedOutEverywhere({ ...GONE, ...more }))

  it('opens nothing, cannot renew, and its line has ended', async () => {
    expect(look()).to.deep.equal({})
  })

  it('is found out by each of them alone', async () => {
    const renewed = { ...GONE.renewal, status: 200 }
    expect(Object.keys(look({ doors: [at('open')] }))).to.deep.equal(['signed-out-opens-nothing'])
    expect(Object.keys(look({ renewal: renewed }))).to.deep.equal(['signed-out-cannot-renew'])
    expect(look({ lineEnd: () => Promise.resolve(1000) })).to.deep.equal({
      'signed-out-line-ends': 'ended with 1000',
    })
  })
})
