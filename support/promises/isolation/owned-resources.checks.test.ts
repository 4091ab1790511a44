import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, isLeak } from '#testing/checks'
import { nothingHasChanged, type OwnedNow } from './owned-resources.checks.ts'

describe('What people have', () => {
  const ID = 'nothing-has-changed'
  const owned = (...untouched: readonly boolean[]): OwnedNow[] =>
    untouched.map((isUntouched, index) => ({ name: `User ${index + 1}`, isUntouched }))
  const look = (...untouched: readonly boolean[]): Record<string, string> =>
    brokenIn(nothingHasChanged(owned(...untouched)))

  it('is as before, for several of them: of one alone, or of nobody, it proves nothing, and is no leak', () => {
    expect(look(true, true)).to.deep.equal({})
    expect(look(true)).to.deep.equal({ [ID]: 'those of 1 people are' })
    expect(look()).to.have.property(ID)
    expect(isLeak(nothingHasChanged(owned(true)))).to.equal(false)
  })

  it('is found out when it has changed, which is a leak: whose, is told', () => {
    expect(look(true, false, true, false)).to.deep.equal({ [ID]: 'changed: User 2, User 4' })
    expect(isLeak(nothingHasChanged(owned(true, false)))).to.equal(true)
  })
})
