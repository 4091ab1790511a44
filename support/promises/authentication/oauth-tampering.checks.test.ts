import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import {
  sentToErrorPage,
  tamperingRefused,
  type ErrorPageResult,
  type TamperedFlow,
  type TamperedOutcome,
} from './oauth-tampering.checks.ts'

describe('A sign-in that was tampered with', () => {
  const ID = 'used-code-refused'
  const outcome = (status: number, handsOverToken = false): TamperedOutcome => ({
    status,
    handsOverToken,
    text: 'Sorry',
  })
  const FLOW: TamperedFlow = {
    slug: ID,
    what: 'it carries an old code',
    outcomes: [outcome(401)],
    refusal: 401,
    control: { how: 'untouched it led in', status: 302, holds: true },
  }
  const look = (more: Partial<TamperedFlow> = {}): Record<string, string> =>
    brokenIn(
      tamperingRefused(ID, [
        { ...FLOW, slug: 'unknown-state-refused' },
        { ...FLOW, ...more },
      ]),
    )

  it('is refused as promised, and hands nothing over', () => {
    expect(look()).to.deep.equal({})
    expect(look({ outcomes: [outcome(401), outcome(401)] })).to.deep.equal({})
  })

  const odd: Readonly<Record<string, readonly TamperedOutcome[]>> = {
    'it carries an old code: 302 with a session Sorry': [outcome(302, true)],
    'it carries an old code: 401 with a session Sorry': [outcome(401, true)],
    'it carries an old code: 401 Sorry; 400 Sorry': [outcome(401), outcome(400)],
    'it carries an old code: nothing was tried': [],
  }
  for (const [observed, outcomes] of Object.entries(odd)) {
    it(`is found out: ${observed}`, () => {
      expect(look({ outcomes })).to.deep.equal({ [ID]: observed })
    })
  }

  it('is not refused where the untouched one does not lead in, or where it was not tried', () => {
    expect(look({ control: { how: 'untouched', status: 500, holds: false } })).to.have.property(ID)
    expect(brokenIn(tamperingRefused(ID, []))).to.deep.equal({ [ID]: 'nothing was tried' })
  })
})

describe('Somebody who is not to get in', () => {
  const ID = 'confirmed-address-takes-nothing'
  const PAGE = 'https://app.example/auth/error?error=account_exists'
  const look = (more: Partial<ErrorPageResult> = {}): Record<string, string> => {
    const owner = { isSameAccount: true, provider: 'password', before: 'password' }
    const result = { target: new URL(PAGE), handsOverToken: false, owner }
    return brokenIn(sentToErrorPage(ID, 'account_exists', { ...result, ...more }))
  }

  it('is sent to the error page, with nothing', () => {
    expect(look()).to.deep.equal({})
  })

  const odd: Readonly<Record<string, Partial<ErrorPageResult>>> = {
    'sent nowhere': { target: undefined },
    '/auth/error?error=other': { target: new URL('/auth/error?error=other', PAGE) },
    '/auth/callback?error=account_exists': { target: new URL('/auth/callback?error=account_exists', PAGE) },
    '/auth/error?error=account_exists, with a session': { handsOverToken: true },
  }
  for (const [observed, more] of Object.entries(odd)) {
    it(`is found out elsewhere: ${observed}`, () => {
      expect(look(more)).to.deep.equal({ [ID]: observed })
    })
  }

  it('has taken nothing from the owner: neither her account nor her way in', () => {
    expect(
      look({ owner: { isSameAccount: false, provider: 'password', before: 'password' } }),
    ).to.have.property(ID)
    expect(look({ owner: { isSameAccount: true, provider: 'google', before: 'password' } })).to.have.property(
      ID,
    )
  })
})
