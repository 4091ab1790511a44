import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Attempt } from '#promises/shared/refusals.checks'
import { brokenIn } from '#testing/checks'
import {
  comesOutAtHome,
  providerSessionLives,
  type HandoverPage,
  type ProviderSession,
} from './provider-session.checks.ts'

const attempt = (status: number): Attempt => ({ what: 'renewing', status, text: '' })

describe('A session from the provider', () => {
  const ID = 'provider-session-renews-and-ends'
  const look = (more: Partial<ProviderSession> = {}): Record<string, string> =>
    brokenIn(
      providerSessionLives({ isSamePerson: true, before: [attempt(200)], after: [attempt(401)], ...more }),
    )

  it('renews and ends like any other', () => {
    expect(look()).to.deep.equal({})
    expect(look({ before: [attempt(401)] })).to.deep.equal({ [ID]: 'renewing: 401' })
    expect(look({ after: [attempt(200)] })).to.deep.equal({ [ID]: 'renewing: 200' })
    expect(look({ isSamePerson: false })).to.have.property(ID)
  })

  it('is gone with its account: who comes back has another one', () => {
    const life = { isSamePerson: true, before: [], after: [] }
    expect(brokenIn(providerSessionLives(life, { isAnother: true }))).to.deep.equal({})
    expect(brokenIn(providerSessionLives(life, { isAnother: false }))).to.deep.equal({
      [ID]: 'an account that was closed is there again',
    })
  })
})

describe('A sign-in at the provider', () => {
  const ID = 'sign-in-comes-out-at-home'
  const home = 'https://app.example/auth/callback'
  const page: HandoverPage = {
    path: '/auth/callback',
    status: 200,
    type: 'text/html; charset=utf-8',
    ways: [home],
    home,
  }
  const look = (more: Partial<HandoverPage> = {}): Record<string, string> =>
    brokenIn(comesOutAtHome([page, { ...page, ...more }]))

  it('comes out on a page of the frontend', () => {
    expect(look()).to.deep.equal({})
    expect(look({ status: 404 })[ID]).to.match(/^\/auth\/callback: 404/)
    expect(look({ type: 'application/json' })).to.have.property(ID)
    expect(look({ ways: ['https://app.example/welcome'] })[ID]).to.match(/came out at/)
    expect(look({ ways: [] })).to.have.property(ID)
    expect(brokenIn(comesOutAtHome([]))).to.have.property(ID)
  })
})
