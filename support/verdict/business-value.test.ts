import { describe, it } from 'node:test'
import { expect } from 'chai'
import { protectedBy } from './business-value.ts'

describe('What a feature protects', () => {
  it('is said in its own description, in a line of its own', () => {
    const description = '  People get in as themselves.\n\n  Protects: $50K+ MRR from failures  \n  And more.'
    expect(protectedBy(description)).to.equal('$50K+ MRR from failures')
    expect(protectedBy('Protects: $500K+ liability')).to.equal('$500K+ liability')
  })

  it('is not made up where it is not said', () => {
    for (const text of [
      '',
      'People get in.',
      'This Protects: nothing',
      'Protects:',
      'Protects:  \n  And more.',
    ]) {
      expect(protectedBy(text), text).to.equal(undefined)
    }
  })
})
