import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readCrowds } from './crowds.ts'
import { BadSettings, type Environment } from './environment.ts'

const BOTH = ['ISOLATION_USERS', 'LOAD_USERS'] as const

describe('The number of people', () => {
  it("is the features' own where nothing is said", () => {
    expect(readCrowds({})).to.deep.equal({})
    expect(readCrowds({ ISOLATION_USERS: '', LOAD_USERS: '' })).to.deep.equal({})
  })

  it('is what is said, of each kind of scenario by itself', () => {
    expect(readCrowds({ ISOLATION_USERS: '10' })).to.deep.equal({ isolation: 10 })
    expect(readCrowds({ LOAD_USERS: '200' })).to.deep.equal({ load: 200 })
    expect(readCrowds({ ISOLATION_USERS: '3', LOAD_USERS: '4' })).to.deep.equal({ isolation: 3, load: 4 })
  })

  for (const name of BOTH) {
    it(`is from two to a thousand: ${name}`, () => {
      for (const count of [2, 1000]) {
        expect(Object.values(readCrowds({ [name]: String(count) }))).to.deep.equal([count])
      }
    })

    for (const given of ['1', '0', '-2', '1001', '2.5', 'many', '5 people', ' ', 'Infinity', 'NaN', '1e4']) {
      it(`is malformed when ${name} is “${given}”: it is named with what to do, in one line`, () => {
        const environment: Environment = { ISOLATION_USERS: '5', LOAD_USERS: '5', [name]: given }
        expect(() => readCrowds(environment)).to.throw(
          BadSettings,
          `${name} is malformed: it must be a whole number from 2 to 1000 (see .env.example)`,
        )
      })
    }
  }
})
