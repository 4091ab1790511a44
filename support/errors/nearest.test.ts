import { describe, it } from 'node:test'
import { expect } from 'chai'
import { nearest, suggest } from './nearest.ts'

describe('What may have been meant', () => {
  it('is what has to be changed least, however it is capitalised', () => {
    expect(nearest('taggs', ['name', 'tags', 'parallel'])).to.deep.equal(['tags'])
    expect(nearest('AUTH-3', ['@auth-3', '@auth'])).to.deep.equal(['@auth-3'])
  })

  it('is all that is equally near, and nothing where there is nothing', () => {
    expect(nearest('@A-9', ['@A-1', '@B-1', '@A-2'])).to.deep.equal(['@A-1', '@A-2'])
    expect(nearest('@A-9', [])).to.deep.equal([])
  })

  it('may be meant by a part of it', () => {
    const titles = ['It', 'A session renews in time']
    expect(nearest('renewz', titles, true)).to.deep.equal(['A session renews in time'])
  })

  it('is the end of a sentence', () => {
    expect([[], ['a'], ['a', 'b']].map(suggest)).to.deep.equal([
      '',
      ': the nearest is a',
      ': the nearest are a, b',
    ])
  })
})
