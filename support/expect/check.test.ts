import { describe, it } from 'node:test'
import { AssertionError, expect } from 'chai'
import { milliseconds } from '#waiting/duration'
import { NotObserved, type WaitEnd } from '#waiting/not-observed'
import { CallStopped, NoAnswer, UnexpectedAnswer } from '#wire/unexpected'
import { Broken, check, make, NotTestable, settle, type Check, type CheckResult } from './check.ts'

const ID = 'AUTH-1.one-identity-everywhere'
const EXPECTED = 'the same person everywhere'

const making = (look: Check['look']): Promise<CheckResult> => make(check(ID, EXPECTED, look))
const failingWith = (error: unknown): Promise<CheckResult> =>
  making(() => {
    throw error
  })
const waitEnding = (end: WaitEnd): NotObserved =>
  new NotObserved("Asha's answer", end, milliseconds(5_000), 'why it ended', [])

describe('A check whose promise holds', () => {
  it('has passed, with what it expected and everything that it saw', async () => {
    const seen = { observed: 'asha, everywhere', control: 'Bram is Bram', hint: 'look at the token' }
    expect(await making(() => seen)).to.deep.equal({ status: 'passed', id: ID, expected: EXPECTED, ...seen })
  })

  it('may take its time to look', async () => {
    expect(await making(() => Promise.resolve({ observed: 'asha' }))).to.include({ status: 'passed' })
  })
})

describe('A check whose promise is broken', () => {
  it('has failed, with everything that it saw', async () => {
    const seen = { observed: 'bram at one place', control: 'Asha elsewhere', hint: 'look at the cache' }
    expect(await failingWith(new Broken(seen))).to.deep.equal({
      status: 'failed',
      id: ID,
      expected: EXPECTED,
      ...seen,
    })
  })

  it('has failed also when that was found out later', async () => {
    expect(await making(() => Promise.reject(new Broken({ observed: 'bram' })))).to.include({
      status: 'failed',
    })
  })

  const errors: Readonly<Record<string, Error>> = {
    'what was waited for did not come in time': waitEnding('deadline'),
    'what was waited for can no longer come': waitEnding('over'),
    'the target answered something else': new UnexpectedAnswer('renewal', '200', '401', 7),
    'the target did not answer': new NoAnswer('renewal', 'ECONNRESET', 7),
  }
  for (const [what, error] of Object.entries(errors)) {
    it(`has failed, without having seen anything, when ${what}`, async () => {
      const observed = error.message
      expect(await failingWith(error)).to.deep.equal({
        status: 'failed',
        id: ID,
        expected: EXPECTED,
        observed,
        unseen: true,
      })
    })
  }

  it('has failed when something is not as it was asserted to be: that was seen', async () => {
    const result = await failingWith(new AssertionError('expected 1 to equal 2'))
    expect(result).to.include({ status: 'failed', observed: 'expected 1 to equal 2' })
    expect(result).not.to.have.property('unseen')
  })

  it('fails by what chai says, too', async () => {
    const result = await making(() => {
      expect(['read'], 'her rights').to.include('write')
      return { observed: 'never told' }
    })
    expect(result).to.include({ status: 'failed' })
    expect(result).to.have.property('observed').that.contains('her rights')
  })
})

describe('A check that says nothing about the target', () => {
  it('is not testable when what it needs is not to be had, and says what that is', async () => {
    expect(await failingWith(new NotTestable('the signing secret is not known'))).to.deep.equal({
      status: 'not-testable',
      id: ID,
      reason: 'the signing secret is not known',
    })
  })

  const errors: Readonly<Record<string, unknown>> = {
    'the run was stopped': waitEnding('stopped'),
    'a call was broken off by the end of the run': new CallStopped('renewal'),
    'the suite has an error': new TypeError('x is not a function'),
    'an error is of a class that nobody knows': new Error('what?'),
    'something was thrown that is no error': 'a word',
  }
  for (const [what, error] of Object.entries(errors)) {
    it(`is no result at all when ${what}: the error is thrown on`, async () => {
      const outcome = await failingWith(error).then(
        () => 'a result',
        (thrown: unknown) => thrown,
      )
      expect(outcome).to.equal(error)
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
