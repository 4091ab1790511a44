import { describe, it } from 'node:test'
import { expect } from 'chai'
import { FeatureFault } from '#errors/feature-fault'
import { readTable } from './phrase-table.ts'

const WAYS = [
  { phrase: 'it is cut off', code: 1 },
  { phrase: 'it falls silent', code: 2 },
]

describe('A table of a feature', () => {
  it('stands for what its rows name, in order', () => {
    const read = readTable(['it falls silent', 'it is cut off'], WAYS, 'way')
    expect(read.map(({ code }) => code)).to.deep.equal([2, 1])
  })

  it('is refused when a row names nothing that is known, with what may be said', () => {
    expect(() => readTable(['it melts'], WAYS, 'way to lose a line')).to.throw(
      FeatureFault,
      '"it melts" is no way to lose a line that is known here: say one of "it is cut off", "it falls silent"',
    )
  })
})
