import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Attempt } from '#promises/shared/refusals.checks'
import { brokenIn } from '#testing/checks'
import { passwordCountsWhole, type PasswordTrial } from './passwords.checks.ts'

describe('A password', () => {
  const ID = 'password-counts-whole'
  const attempt = (what: string, status: number): Attempt => ({ what, status, text: '' })
  const RIGHT: PasswordTrial = {
    length: 12,
    registered: attempt('registering with it', 200),
    tries: [attempt('in capitals', 401)],
    whole: attempt('whole', 200),
  }
  const look = (more: Partial<PasswordTrial> = {}): Record<string, string> =>
    brokenIn(passwordCountsWhole([RIGHT, { ...RIGHT, ...more }]))

  it('opens as it is and in no other way', () => {
    expect(look()).to.deep.equal({})
  })

  it('is found out when it is not taken, opens otherwise, or does not open', () => {
    expect(look({ registered: attempt('registering with it', 422) })).to.deep.equal({
      [ID]: '12 letters, registering with it: 422',
    })
    expect(look({ tries: [attempt('in capitals', 200)] })[ID]).to.equal('12 letters, in capitals: 200')
    expect(look({ tries: [attempt('in capitals', 500)] })).to.have.property(ID)
    expect(look({ whole: attempt('whole', 401) })).to.deep.equal({ [ID]: '12 letters, whole: 401' })
  })

  it('has to be tried', () => {
    expect(look({ tries: [] })).to.have.property(ID)
    expect(brokenIn(passwordCountsWhole([]))).to.have.property(ID)
  })
})
