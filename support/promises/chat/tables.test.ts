import { expect } from 'chai'
import { describe, it } from 'node:test'
import { withHeads } from './tables.ts'

describe('A cell of a table', () => {
  it('is told with what stands above it', () => {
    const text =
      'Timeline:\n\n| Weeks | Step |\n|---|:--|\n| 1–2 | Measure |\n| 3–5 | Move |\n\nIn all 5 weeks.'
    expect(withHeads(text).split('\n').slice(4)).to.deep.equal([
      '| Weeks 1–2 | Step Measure |',
      '| Weeks 3–5 | Step Move |',
      '',
      'In all 5 weeks.',
    ])
  })

  it('needs no bars around it, and has a head of its own only', () => {
    expect(withHeads('Week | Step\n---|---\n1 | Measure | more')).to.include(
      '| Week 1 | Step Measure |  more |',
    )
  })

  it('is none where no head stands above it', () => {
    for (const text of ['a | b\nc | d', 'no table', '', '|---|\n| a |'])
      expect(withHeads(text)).to.equal(text)
  })
})
