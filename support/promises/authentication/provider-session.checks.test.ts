import { describe, it } from 'node:test'
import { expect } from 'chai'
import { NotSeen } from '#expect/seen'
import type { Attempt } from '#promises/shared/refusals.checks'
import { brokenIn } from '#testing/checks'
import { milliseconds, seconds } from '#waiting/duration'
import {
  comesOutAtHome,
  providerSessionLives,
  type ComingBack,
  type HandoverPage,
  type ProviderSession,
} from './provider-session.checks.ts'

const LIMIT = { promised: seconds(2), tolerance: seconds(1) }

const attempt = (status: number): Attempt => ({ what: 'renewing', status, text: '' })

describe('A session from the provider', () => {
  const ID = 'provider-session-renews-and-ends'
  const look = (more: Partial<ProviderSession> = {}): Record<string, string> =>
    brokenIn(
      providerSessionLives(
        { isSamePerson: true, before: [attempt(200)], after: [attempt(401)], ...more },
        LIMIT,
      ),
    )

  it('renews and ends like any other', () => {
    expect(look()).to.deep.equal({})
    expect(look({ before: [attempt(401)] })).to.deep.equal({ [ID]: 'renewing: 401' })
    expect(look({ after: [attempt(200)] })).to.deep.equal({ [ID]: 'renewing: 200' })
    expect(look({ isSamePerson: false })).to.have.property(ID)
  })

  it('ends its line in time', () => {
    const closed = (code: number, ms: number): Partial<ProviderSession> => ({
      close: { code, took: milliseconds(ms) },
    })
    expect(look(closed(1008, 500))).to.deep.equal({})
    expect(look(closed(1008, 5000))).to.deep.equal({ [ID]: 'her line ended with 1008 after 5 s' })
    expect(look(closed(1006, 500))).to.have.property(ID)
    expect(look({ close: new NotSeen('absent', 'it stayed open') })[ID]).to.match(/it stayed open$/)
  })

  it('is gone with its account: who comes back has another one', () => {
    const life = { isSamePerson: true, before: [], after: [] }
    const back = { isAnother: true, isHerself: true, after: [attempt(401)], registered: attempt(200) }
    const odd = (more: Partial<ComingBack>): string | undefined =>
      brokenIn(providerSessionLives(life, LIMIT, { ...back, ...more }))[ID]
    expect(odd({})).to.equal(undefined)
    expect(odd({ isAnother: false })).to.equal('an account that was closed is there again')
    expect(odd({ isHerself: false })).to.match(/as somebody else$/)
    expect(odd({ after: [attempt(200)] })).to.equal('renewing: 200')
    expect(odd({ registered: attempt(409) })).to.equal('renewing: 409')
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
