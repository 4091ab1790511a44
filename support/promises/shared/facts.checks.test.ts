import { describe, it } from 'node:test'
import { expect } from 'chai'
import { resultOf } from '#testing/checks'
import type { CheckResult } from '#expect/check'
import { asItHasToBe, type Fact } from './facts.checks.ts'

const look = (facts: readonly Fact[]): CheckResult =>
  resultOf(asItHasToBe('renamed-everywhere', 'its new name everywhere', facts, 'others kept theirs'))
const right: Fact = { what: 'its name', wanted: 'new', seen: 'new' }

describe('Things that were looked at', () => {
  it('are as they have to be', () => {
    const observed = '2 things looked at, each as it has to be'
    const same = { what: 'its notes', wanted: { a: [1] }, seen: { a: [1] } }
    expect(look([right, same])).to.include({ status: 'passed', observed, control: 'others kept theirs' })
  })

  it('are told with what they are and what they have to be', () => {
    const wrong = [
      { what: 'its name', wanted: 'new', seen: 'old' },
      { what: 'its page', wanted: 404, seen: undefined },
    ]
    const observed = 'its name: "old", not "new"; its page: nothing, not 404'
    expect(look([right, ...wrong])).to.include({ status: 'failed', observed })
  })

  it('are told in words: yes and no, and what is the same in a row together', () => {
    const wrong = [
      { what: 'it has moved on', wanted: true, seen: false },
      { what: 'each beyond', wanted: ['refused', 'refused'], seen: ['refused', 'refused', undefined] },
      { what: 'said', wanted: ['a'], seen: [] },
    ]
    const observed =
      'it has moved on: no, not yes; each beyond: 2 × refused, nothing, not 2 × refused; said: none, not a'
    expect(look(wrong)).to.include({ observed })
  })

  it('are told from where they differ, where they are too long to be read', () => {
    const ids = Array.from({ length: 9 }, (_, place) => `thread_${String(place).repeat(20)}`)
    const wrong = [
      { what: 'the newest', wanted: ids, seen: ids.slice(0, 8) },
      { what: 'the oldest', wanted: ids, seen: [...ids.slice(0, 8), 'thread_9'] },
    ]
    const observed =
      'the newest: 8 as they should be, then none, not thread_88888888888888888888; ' +
      'the oldest: 8 as they should be, then thread_9, not thread_88888888888888888888'
    expect(look(wrong)).to.include({ status: 'failed', observed })
  })

  it('are told a few of, and how many more there are', () => {
    const wrong = Array.from({ length: 8 }, () => ({ ...right, seen: 1 }))
    expect(look(wrong))
      .to.have.property('observed')
      .that.matches(/; and 2 more$/)
  })

  it('prove nothing where nothing was looked at', () => {
    expect(look([])).to.include({ status: 'failed' })
  })
})
