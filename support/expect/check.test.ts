import { describe, it } from 'node:test'
import { AssertionError, expect } from 'chai'
import { milliseconds } from '#waiting/duration'
import { NotObserved } from '#waiting/not-observed'
import { CallStopped } from '#wire/unexpected'
import { Broken, check, make, settle, type CheckResult, type Observation } from './check.ts'
import { NotSeen, NotTestable, type Seen } from './seen.ts'

const SLUG = 'one-identity-everywhere'
const ID = `AUTH-1.${SLUG}`
const EXPECTED = 'the same person everywhere'

const making = (judge: (value: string) => Observation, seen: Seen<string> = 'asha'): CheckResult =>
  make(check(SLUG, EXPECTED, seen, judge), ID)
const failingWith = (error: unknown): CheckResult =>
  making(() => {
    throw error
  })

describe('A check whose promise holds', () => {
  it('has passed, with what it expected and everything that it saw', () => {
    const seen = { observed: 'asha, everywhere', control: 'Bram is Bram', hint: 'look at the token' }
    expect(making(() => seen)).to.deep.equal({ status: 'passed', id: ID, expected: EXPECTED, ...seen })
  })

  it('is judged by what was seen, and by nothing else', () => {
    expect(making((observed) => ({ observed }))).to.include({ status: 'passed', observed: 'asha' })
  })

  it('is judged also by a sight of nothing, which is something seen', () => {
    const seen = check(SLUG, EXPECTED, undefined, (value) => ({ observed: String(value) }))
    expect(make(seen, ID)).to.include({ status: 'passed', observed: 'undefined' })
  })

  it('says nothing of a leak: where nothing is broken, nothing has leaked', () => {
    for (const leak of [true, false]) {
      expect(making(() => ({ observed: 'asha', leak }))).not.to.have.property('leak')
    }
  })
})

describe('A check whose promise is broken', () => {
  it('has failed, with everything that it saw', () => {
    const seen = { observed: 'bram at one place', control: 'Asha elsewhere', hint: 'look at the cache' }
    expect(failingWith(new Broken(seen))).to.deep.equal({
      status: 'failed',
      id: ID,
      expected: EXPECTED,
      ...seen,
    })
  })

  it('says that something has leaked only where it has', () => {
    expect(failingWith(new Broken({ observed: 'bram', leak: true }))).to.have.property('leak', true)
    for (const seen of [{ observed: 'nobody', leak: false }, { observed: 'nobody' }]) {
      expect(failingWith(new Broken(seen))).not.to.have.property('leak')
    }
  })

  it('has failed, without having seen anything, when there was nothing to be seen', () => {
    const judge = (): never => expect.fail('there is nothing to judge')
    expect(making(judge, new NotSeen('absent', 'it never came'))).to.deep.equal({
      status: 'failed',
      id: ID,
      expected: EXPECTED,
      observed: 'it never came',
      unseen: true,
    })
  })

  it('has failed when something is not as it was asserted to be: that was seen', () => {
    const result = failingWith(new AssertionError('expected 1 to equal 2'))
    expect(result).to.include({ status: 'failed', observed: 'expected 1 to equal 2' })
    expect(result).not.to.have.property('unseen')
  })

  it('fails by what chai says, too', () => {
    const result = making(() => {
      expect(['read'], 'her rights').to.include('write')
      return { observed: 'never told' }
    })
    expect(result).to.include({ status: 'failed' })
    expect(result).to.have.property('observed').that.contains('her rights')
  })
})

describe('A check that says nothing about the target', () => {
  it('is not testable when what it needs is not to be had, and says what that is', () => {
    const result = { status: 'not-testable', id: ID, reason: 'the signing secret is not known' }
    expect(failingWith(new NotTestable(result.reason))).to.deep.equal(result)
    const judge = (): never => expect.fail('there is nothing to judge')
    expect(making(judge, new NotSeen('untestable', result.reason))).to.deep.equal(result)
  })

  const errors: Readonly<Record<string, unknown>> = {
    'the run was stopped': new NotObserved('an answer', 'stopped', milliseconds(5), 'interrupted', []),
    'a call was broken off by the end of the run': new CallStopped('renewal'),
    'the suite has an error': new TypeError('x is not a function'),
    'an error is of a class that nobody knows': new Error('what?'),
    'something was thrown that is no error': 'a word',
  }
  for (const [what, error] of Object.entries(errors)) {
    it(`is no result at all when ${what}: the error is thrown on`, () => {
      let thrown: unknown
      try {
        failingWith(error)
      } catch (caught) {
        thrown = caught
      }
      expect(thrown).to.equal(error)
    })
  }
})

describe('Settling a check', () => {
  it('tells what was seen either way', () => {
    const seen = { observed: '2 of 3 doors' }
    expect(settle(true, seen)).to.equal(seen)
    expect(() => settle(false, seen))
      .to.throw(Broken, '2 of 3 doors')
      .with.property('observation', seen)
  })
})
