import { describe, it } from 'node:test'
import { expect } from 'chai'
import { likeButUnknown, wordsOnlyIn } from './owned-resources.ts'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const GIVEN = '0198c1de-7a3b-7c4d-8e5f-0123456789ab'

describe('An address at which there is nothing', () => {
  const shapes: Readonly<Record<string, RegExp>> = {
    [GIVEN]: new RegExp(`^${UUID}$`),
    [GIVEN.toUpperCase()]: new RegExp(`^${UUID}$`, 'i'),
    [`thread_${GIVEN}`]: new RegExp(`^thread_${UUID}$`),
    [`run-${GIVEN}-a`]: new RegExp(`^run-${UUID}-a$`),
    'thread-4f9a2b77c1': /^thread-\w{10}$/,
    '4f9a2b': /^\w{6}$/,
    'c-4f9a2b77c14f9a2b77c14f9a2b77c1aa': /^c-\w{32}$/,
  }
  for (const [address, shape] of Object.entries(shapes)) {
    it(`has the same shape and another value, each time: ${address}`, () => {
      const unknown = Array.from({ length: 5 }, () => likeButUnknown(address))
      for (const other of unknown) expect(other).to.match(shape).and.not.equal(address)
      expect(new Set(unknown)).to.have.property('size', 5)
    })
  }

  it('is another in the whole of its last part: nothing of the given one is left', () => {
    const given = 'thread-zzzzzzzzzz'
    expect(likeButUnknown(given).slice('thread-'.length)).not.to.contain('z')
    for (const address of [GIVEN, GIVEN.toUpperCase()]) {
      expect(likeButUnknown(`t_${address}`)).not.to.contain(address.slice(0, 8))
    }
  })
})

describe('Words of an answer', () => {
  it('stand side by side in it, and not in the question', () => {
    const question = 'What does workload heron cost a month?'
    const answer = '**12.50 USD** a month: Workload Heron cost more. Prices of today hold.'
    expect(wordsOnlyIn(answer, question)).to.equal('Prices of today')
    expect(wordsOnlyIn('12 USD', question)).to.equal('')
  })
})
