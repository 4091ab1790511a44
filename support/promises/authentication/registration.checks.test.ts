import { workAsLeft } from './coming-back.checks.ts'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import type { Attempt } from '#promises/shared/refusals.checks'
import {
  accountUntouched,
  addressTaken,
  mistakesRefused,
  sessionOpened,
  type LogIns,
  type OpenedSession,
  type Spoiled,
} from './registration.checks.ts'

const STATE = { profile: { plan: 'free', token_expires_at: 'soon' }, threads: [{ title: 'Costs of asha-1' }] }
const LATER = {
  profile: { plan: 'free', token_expires_at: 'later' },
  threads: [{ title: 'Costs of asha-1' }],
}
const OTHER = { ...LATER, threads: [] }

describe('A session that a registration opens', () => {
  const look = (more: Partial<OpenedSession> = {}): Record<string, string> => {
    const session = { email: 'asha@example.org', hasRenewal: true, statedLife: 900, life: 900 }
    return brokenIn(sessionOpened('asha@example.org', { ...session, ...more }))
  }

  it('is for whoever registered, renewable, and lives as stated', async () => {
    expect(look()).to.deep.equal({})
    const faults = [
      { email: 'x@example.org' },
      { hasRenewal: false },
      { statedLife: undefined },
      { life: 899 },
    ]
    for (const more of faults) expect(look(more)).to.have.property('registration-opens-a-session')
  })
})

describe('An address that is taken', () => {
  it('is refused as taken (409), in any spelling', async () => {
    const look = (status: number): Record<string, string> => {
      const attempt = { what: 'ASHA@example.org', status, text: '{"detail":"Taken"}' }
      return brokenIn(addressTaken([attempt], 'she comes in'))
    }
    expect(look(409)).to.deep.equal({})
    expect(look(200)).to.have.property('address-taken-in-any-spelling')
  })
})

describe('An account whose address somebody else has tried to take', () => {
  const ID = 'first-account-untouched'
  const look = (after: unknown, more: Partial<LogIns> = {}): Record<string, string> => {
    const logIns = { owner: 'u-1', intruder: '401 Invalid credentials', ...more }
    return brokenIn(accountUntouched('u-1', STATE, { after, logIns }))
  }

  it('is as it was, whenever its pass ends', async () => {
    expect(look(LATER)).to.deep.equal({})
  })

  it('is found out when anything in it has changed, or the wrong one comes in', async () => {
    expect(look(OTHER)).to.have.property(ID).that.contains('her account and work')
    expect(look(LATER, { owner: 'u-2' }))
      .to.have.property(ID)
      .that.contains('opens u-2')
    expect(look(LATER, { intruder: '200' }))
      .to.have.property(ID)
      .that.matches(/the other: 200$/)
  })
})

describe('A registration with a mistake in it', () => {
  const attempt = (what: string, status: number): Attempt => ({
    what,
    status,
    text: '{"detail":"Malformed"}',
  })
  const spoil = (kind: Spoiled['mistake']['kind'], more: Partial<Spoiled> = {}): Spoiled => ({
    mistake: { phrase: `a bad ${kind}`, kind },
    refusal: attempt(`a bad ${kind}`, 422),
    logIn: attempt(`a bad ${kind}`, 401),
    corrected: attempt(`a good ${kind}`, 200),
    ...more,
  })
  const judge = (more: Partial<Spoiled> = {}): Record<string, string> =>
    brokenIn(...mistakesRefused([spoil('address'), spoil('password', more), spoil('missing')]))

  it('is refused with a reason, and creates nothing', async () => {
    expect(judge()).to.deep.equal({})
    expect(judge({ logIn: undefined, corrected: undefined })).to.deep.equal({})
  })

  const NOTHING = 'refusal-creates-nothing'
  it('is found out by its kind when it is accepted', async () => {
    expect(Object.keys(judge({ refusal: attempt('a bad password', 200) }))).to.deep.equal([
      'weak-password-refused',
    ])
  })

  it('is found out when something is left of it', async () => {
    expect(judge({ logIn: attempt('a bad password', 200) })).to.deep.equal({
      [NOTHING]: 'sign-in with a bad password: 200 {"detail":"Malformed"}',
    })
    expect(judge({ corrected: attempt('a good password', 409) })).to.deep.equal({
      [NOTHING]: 'corrected, a good password: 409 {"detail":"Malformed"}',
    })
  })

  it('has to be made in every kind, signed in by and corrected', async () => {
    const only = brokenIn(...mistakesRefused([spoil('address', { logIn: undefined })]))
    expect(Object.keys(only)).to.deep.equal([...['weak-password-refused', 'missing-field-refused', NOTHING]])
    const uncorrected = brokenIn(...mistakesRefused([spoil('address', { corrected: undefined })]))
    expect(uncorrected).to.have.property(NOTHING)
  })
})

describe('Work as it was left', () => {
  const [OPENS, THERE] = ['own-password-opens', 'earlier-work-is-there']
  const look = (status: number, after: unknown, title = 'Costs'): Record<string, string> =>
    brokenIn(...workAsLeft(title, { logIn: { what: 'she', status, text: '' }, before: STATE, after }))

  it('is there for whoever comes back', async () => {
    expect(look(200, LATER)).to.deep.equal({})
  })

  it('is found out when she does not come in, or something is missing', async () => {
    expect(look(429, LATER)).to.deep.equal({ [OPENS]: 'she: 429' })
    expect(Object.keys(look(401, undefined))).to.deep.equal([OPENS, THERE])
    expect(look(200, OTHER)).to.have.property(THERE)
    expect(look(200, LATER, 'Plans')).to.deep.equal({ [THERE]: '"Plans" is missing' })
  })
})
