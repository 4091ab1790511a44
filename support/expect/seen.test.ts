import { describe, it } from 'node:test'
import { AssertionError, expect } from 'chai'
import { milliseconds } from '#waiting/duration'
import { NotObserved, type WaitEnd } from '#waiting/not-observed'
import { CallStopped, NoAnswer, UnexpectedAnswer } from '#wire/unexpected'
import { Broken } from './check.ts'
import { isAbsence, NotSeen, NotTestable, see, seenAs, together, type Seen } from './seen.ts'

const waitEnding = (end: WaitEnd): NotObserved =>
  new NotObserved("Asha's answer", end, milliseconds(5_000), 'why it ended', [])

const ABSENCES: Readonly<Record<string, Error>> = {
  'what was waited for did not come in time': waitEnding('deadline'),
  'what was waited for can no longer come': waitEnding('over'),
  'the target answered something else': new UnexpectedAnswer('renewal', '200', '401', 7),
  'the target did not answer': new NoAnswer('renewal', 'ECONNRESET', 7),
}
const OTHERS: Readonly<Record<string, unknown>> = {
  'the run was stopped': waitEnding('stopped'),
  'a call was broken off by the end of the run': new CallStopped('renewal'),
  'a promise was found broken in the act itself': new Broken({ observed: 'bram' }),
  'something was asserted in the act itself': new AssertionError('expected 1 to equal 2'),
  'the suite has an error': new TypeError('x is not a function'),
  'something was thrown that is no error': 'a word',
}

describe('What an act has shown', () => {
  it('is what it gives, at once or after a time, also nothing', async () => {
    expect(await see(() => 'asha')).to.equal('asha')
    expect(await see(() => Promise.resolve('asha'))).to.equal('asha')
    expect(await see(() => undefined)).to.equal(undefined)
  })

  for (const [what, error] of Object.entries(ABSENCES)) {
    it(`is that there was nothing, and why, when ${what}`, async () => {
      expect(await see(() => Promise.reject(error))).to.deep.equal(new NotSeen('absent', error.message))
      expect(isAbsence(error)).to.equal(true)
    })
  }

  it('is that it cannot be looked at here, when what it needs is not to be had', async () => {
    const seen = await see(() => Promise.reject(new NotTestable('the signing secret is not known')))
    expect(seen).to.deep.equal(new NotSeen('untestable', 'the signing secret is not known'))
  })

  for (const [what, error] of Object.entries(OTHERS)) {
    it(`is nothing that says anything about the target when ${what}: the error is thrown on`, async () => {
      const thrown = await see(() => {
        throw error
      }).catch((caught: unknown) => caught)
      expect(thrown).to.equal(error)
      expect(isAbsence(error)).to.equal(false)
    })
  }
})

describe('Two sights', () => {
  const absent = new NotSeen('absent', 'it never came')
  const untestable = new NotSeen('untestable', 'not offered here')
  const none: readonly (readonly [Seen<string>, Seen<number>, NotSeen])[] = [
    [absent, 7, absent],
    ['asha', absent, absent],
    ['asha', untestable, untestable],
    [untestable, absent, untestable],
  ]

  it('are one when both are there', () => {
    expect(together('asha', 7)).to.deep.equal(['asha', 7])
  })

  for (const [one, other, missing] of none) {
    it(`are none when one is missing, by its reason: ${missing.reason}`, () => {
      expect(together(one, other)).to.equal(missing)
    })
  }
})

describe('A sight that is looked at in another way', () => {
  it('is what is read in it', () => {
    expect(seenAs('asha', (name) => name.length)).to.equal(4)
  })

  it('is as missing as it was', () => {
    const missing = new NotSeen('absent', 'it never came')
    const read = (): never => expect.fail('there is nothing to read')
    expect(seenAs(missing, read)).to.equal(missing)
  })
})
