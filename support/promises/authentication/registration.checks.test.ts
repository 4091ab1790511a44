import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import { anAccount } from '#testing/account'
import type { AccountState } from '#promises/shared/account.checks'
import type { Attempt } from '#promises/shared/refusals.checks'
import {
  accountUntouched,
  addressTaken,
  mistakesRefused,
  sessionOpened,
  type AccountAftermath,
  type SpoiledRegistration,
} from './registration.checks.ts'
import type { SessionFacts } from './renewal.checks.ts'

describe('A session that a registration opens', () => {
  const claims = { sub: 'u-1', jti: 'j-1', email: 'asha@example.org', permissions: [], iat: 100, exp: 1_000 }
  const look = (more: Partial<SessionFacts> = {}): Record<string, string> => {
    const session = { accessToken: 'pass', refreshToken: 'means', statedLife: 900, claims }
    return brokenIn(sessionOpened('asha@example.org', { ...session, ...more }))
  }

  it('is for whoever registered, and renewable; how long it lives is told elsewhere', () => {
    expect(look()).to.deep.equal({})
    expect(look({ statedLife: undefined })).to.deep.equal({})
  })

  const faults: Readonly<Record<string, Partial<SessionFacts>>> = {
    'for x@example.org, renewable, 900 s stated, 900 s real': {
      claims: { ...claims, email: 'x@example.org' },
    },
    'for asha@example.org, not renewable, 900 s stated, 900 s real': { refreshToken: undefined },
  }
  for (const [observed, more] of Object.entries(faults)) {
    it(`is found out: ${observed}`, () => {
      expect(look(more)).to.deep.equal({ 'registration-opens-a-session': observed })
    })
  }
})

describe('An address that is taken', () => {
  it('is refused as taken (409), in any spelling', () => {
    const look = (status: number, other = 200): Record<string, string> => {
      const same = [{ what: 'ASHA@example.org', status, text: '{"detail":"Taken"}' }]
      const resembling = [{ what: 'a.sha@example.org', status: other, text: '' }]
      return brokenIn(addressTaken({ same, resembling }, 'she comes in'))
    }
    const ID = 'address-taken-in-any-spelling'
    expect(look(409)).to.deep.equal({})
    expect(look(200)).to.have.property(ID)
    expect(look(409, 409)).to.deep.equal({ [ID]: 'a.sha@example.org: 409' })
  })
})

describe('An account whose address somebody else has tried to take', () => {
  const ID = 'first-account-untouched'
  const look = (after: AccountState, more: Partial<AccountAftermath> = {}): Record<string, string> => {
    const logIns = { owner: { status: 200, userId: 'u-1' }, intruder: 401 }
    return brokenIn(accountUntouched({ before: anAccount(), after, ...logIns, ...more }))
  }
  const later = anAccount({ token_expires_at: '2026-01-02T05:00:00Z' })

  it('is as it was, whenever its pass ends', () => {
    expect(look(later)).to.deep.equal({})
  })

  it('is found out when anything in it has changed, and what', () => {
    expect(look(anAccount({ name: 'Eve' }))).to.deep.equal({
      [ID]: 'her name was "Asha" and is "Eve"; her password: 200 as u-1; the other one: 401',
    })
  })

  const intrusions: Readonly<Record<string, Partial<AccountAftermath>>> = {
    '200 as u-2; the other one: 401': { owner: { status: 200, userId: 'u-2' } },
    '401 as nobody; the other one: 401': { owner: { status: 401, userId: undefined } },
    '200 as u-1; the other one: 200': { intruder: 200 },
    '200 as u-1; the other one: 500': { intruder: 500 },
  }
  for (const [observed, more] of Object.entries(intrusions)) {
    it(`is found out when the wrong one comes in: ${observed}`, () => {
      expect(look(later, more)).to.deep.equal({
        [ID]: `her account and work are as before; her password: ${observed}`,
      })
    })
  }
})

describe('A registration with a mistake in it', () => {
  const attempt = (what: string, status: number): Attempt => ({
    what,
    status,
    text: '{"detail":"Malformed"}',
  })
  const spoil = (
    kind: SpoiledRegistration['mistake']['kind'],
    more: Partial<SpoiledRegistration> = {},
  ): SpoiledRegistration => ({
    mistake: { phrase: `a bad ${kind}`, kind },
    refusal: attempt(`a bad ${kind}`, 422),
    logIn: attempt(`a bad ${kind}`, 401),
    corrected: attempt(`a good ${kind}`, 200),
    ...more,
  })
  const judge = (more: Partial<SpoiledRegistration> = {}): Record<string, string> =>
    brokenIn(...mistakesRefused([spoil('address'), spoil('password', more), spoil('missing')]))

  it('is refused with a reason, and creates nothing', () => {
    expect(judge()).to.deep.equal({})
    expect(judge({ logIn: undefined, corrected: undefined })).to.deep.equal({})
  })

  const NOTHING = 'refusal-creates-nothing'
  it('is found out by its kind when it is accepted', () => {
    expect(Object.keys(judge({ refusal: attempt('a bad password', 200) }))).to.deep.equal([
      'weak-password-refused',
    ])
  })

  it('is found out when something is left of it', () => {
    expect(judge({ logIn: attempt('a bad password', 200) })).to.deep.equal({
      [NOTHING]: 'sign-in with a bad password: 200 {"detail":"Malformed"}',
    })
    expect(judge({ corrected: attempt('a good password', 409) })).to.deep.equal({
      [NOTHING]: 'corrected, a good password: 409 {"detail":"Malformed"}',
    })
  })

  it('has to be made in every kind, signed in by and corrected', () => {
    const only = brokenIn(...mistakesRefused([spoil('address', { logIn: undefined })]))
    expect(Object.keys(only)).to.deep.equal([...['weak-password-refused', 'missing-field-refused', NOTHING]])
    const uncorrected = brokenIn(...mistakesRefused([spoil('address', { corrected: undefined })]))
    expect(uncorrected).to.have.property(NOTHING)
  })
})
