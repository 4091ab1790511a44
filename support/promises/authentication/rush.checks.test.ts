import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import { oneGetsIn, type RushedRegistration } from './rush.checks.ts'

describe('Registering an address at the same moment', () => {
  const ID = 'one-of-many-gets-in'
  const one = (status: number, logIn: number): RushedRegistration => ({
    registered: { what: 'a try', status, text: '' },
    logIn,
  })
  const look = (...tries: RushedRegistration[]): Record<string, string> => brokenIn(oneGetsIn(tries))

  it('makes one account, which the password that was taken opens', () => {
    expect(look(one(409, 401), one(200, 200), one(409, 401))).to.deep.equal({})
  })

  it('is found out when nobody or several are taken, or another password opens', () => {
    expect(look(one(409, 401), one(409, 401))).to.have.property(ID)
    expect(look(one(200, 200), one(200, 200))).to.have.property(ID)
    expect(look(one(200, 401), one(409, 200))).to.have.property(ID)
    expect(look(one(200, 200), one(500, 401))[ID]).to.equal(
      'a try: 200, and its password opens (200); a try: 500, and its password opens nothing (401)',
    )
    expect(look(one(200, 200))).to.have.property(ID)
  })
})
