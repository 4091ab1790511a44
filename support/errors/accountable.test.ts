import { describe, it } from 'node:test'
import { expect } from 'chai'
import { blameOf } from './accountable.ts'
import { FeatureFault, StepTooEarly } from './feature-fault.ts'

describe('Whom an error blames', () => {
  it('is said by its class', () => {
    expect(blameOf(new FeatureFault('0 people make no crowd'))).to.equal('suite')
  })

  it('is the suite where nobody knows the error', () => {
    expect(blameOf(new TypeError('x is not a function'))).to.equal('suite')
    expect(blameOf('a word')).to.equal('suite')
  })
})

describe('A fault of a feature', () => {
  it('names its place, once', () => {
    const fault = new FeatureFault('0 people make no crowd').at('features/a.feature:7')
    expect(fault.at('features/b.feature:9').message).to.equal('features/a.feature:7: 0 people make no crowd')
    expect(fault.name).to.equal('FeatureFault')
  })

  it('names the phrase that has to come first', () => {
    const fault = new StepTooEarly('{user} registers')
    expect(fault).to.include({ code: 'STEP_TOO_EARLY', blames: 'suite' })
    expect(fault.message).to.equal('this step builds on "{user} registers", which has to come before it')
  })
})
