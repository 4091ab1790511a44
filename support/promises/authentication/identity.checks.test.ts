import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, isLeak } from '#testing/checks'
import { onePerson, type IdentityStatement } from './identity.checks.ts'

const ID = 'one-identity-everywhere'
const EMAIL = 'asha@example.org'
const PASS: IdentityStatement = { where: 'her pass', userId: 'u-1', email: EMAIL }
const LINE: IdentityStatement = { where: 'her line', userId: 'u-1' }

const look = (...statements: readonly IdentityStatement[]): Record<string, string> =>
  brokenIn(onePerson(ID, EMAIL, statements))

describe('One person', () => {
  it('is the same wherever she is seen, also where her address is not said', () => {
    expect(look(PASS, LINE)).to.deep.equal({})
  })

  it('is not the same when one place knows her by another id', () => {
    expect(look(PASS, { ...LINE, userId: 'u-2' })).to.deep.equal({
      [ID]: 'u-1 first; but her line says u-2',
    })
  })

  it('is not the same when one place says another address', () => {
    expect(look(PASS, { ...LINE, email: 'bram@example.org' })).to.deep.equal({
      [ID]: 'u-1 first; but her line says u-1 bram@example.org',
    })
  })

  it('has her own address also at the first place', () => {
    expect(look({ ...PASS, email: 'bram@example.org' }, LINE)).to.have.property(ID)
  })

  it('is let in as somebody else where an id is said that nobody else calls her by', () => {
    const leaks = (...lines: readonly string[]): boolean =>
      isLeak(onePerson(ID, EMAIL, [PASS, ...lines.map((userId) => ({ ...LINE, userId }))]))
    expect(leaks('demo-user')).to.equal(true)
    expect(leaks('u-1', 'u-2')).to.equal(true)
    for (const nobody of ['nobody: no line was opened', 'anonymous']) expect(leaks(nobody)).to.equal(false)
  })

  it('is nobody else where those who say her address call her by other ids, or the line in another notation', () => {
    const profile = { where: 'the profile', userId: '17', email: EMAIL }
    expect(isLeak(onePerson(ID, EMAIL, [PASS, profile, { ...LINE, userId: '17' }]))).to.equal(false)
    expect(look(PASS, { ...LINE, userId: 'U-1' })).to.deep.equal({})
  })

  it('has to be seen twice at least', () => {
    expect(look(PASS)).to.deep.equal({ [ID]: 'u-1 everywhere, in 1 places' })
    expect(look()).to.deep.equal({ [ID]: 'nobody everywhere, in 0 places' })
  })
})
