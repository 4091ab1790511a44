import { describe, it } from 'node:test'
import { formatError } from '@cucumber/cucumber/lib/runtime/format_error'
import { expect } from 'chai'
import type { FailedCheck } from './check.ts'
import { NotAsPromised } from './not-as-promised.ts'

const IDENTITY: FailedCheck = {
  status: 'failed',
  id: 'AUTH-1.one-identity-everywhere',
  expected: 'the same person everywhere',
  observed: 'u-2 on the live line',
  control: 'the profile says u-1',
  hint: 'look at who the line thinks it is',
}
const ANSWER: FailedCheck = {
  status: 'failed',
  id: 'AUTH-1.first-question-answered',
  expected: 'an answer',
  observed: 'nothing at all',
}

describe('A promise that does not hold', () => {
  it('is told in the words of the feature, with expected, observed, control and hint', () => {
    expect(new NotAsPromised([IDENTITY]).message.split('\n')).to.deep.equal([
      'The newcomer is the same person wherever she is asked (AUTH-1.one-identity-everywhere)',
      '  expected  the same person everywhere',
      '  observed  u-2 on the live line',
      '  control   the profile says u-1',
      '  hint      look at who the line thinks it is',
    ])
  })

  it('is told without control and hint where there are none', () => {
    expect(new NotAsPromised([ANSWER]).message.split('\n')).to.deep.equal([
      "The newcomer's first question is answered (AUTH-1.first-question-answered)",
      '  expected  an answer',
      '  observed  nothing at all',
    ])
  })

  it('is told with every other one that does not hold, an empty line between them', () => {
    const { message, failed } = new NotAsPromised([IDENTITY, ANSWER])
    expect(message.split('\n\n').map((part) => part.split('(')[1]?.split(')')[0])).to.deep.equal([
      IDENTITY.id,
      ANSWER.id,
    ])
    expect(failed).to.deep.equal([IDENTITY, ANSWER])
  })

  it('is known by class and code, and says nothing of where in the suite it was thrown', () => {
    const error = new NotAsPromised([ANSWER])
    expect(error).to.include({ name: 'NotAsPromised', code: 'NOT_AS_PROMISED' })
    expect(error.stack).to.equal(`NotAsPromised: ${error.message}`)
  })

  it('is told by Cucumber as it is, without looking for places in it', () => {
    const error = new NotAsPromised([ANSWER])
    expect(() => error.stacktrace).to.throw()
    expect(formatError(error, true).exception?.stackTrace).to.equal(`NotAsPromised: ${error.message}`)
  })
})
