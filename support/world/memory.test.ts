import { describe, it } from 'node:test'
import { expect } from 'chai'
import { Memory, NothingToRecall, topic } from './memory.ts'

const ANSWER = topic<string>('been answered')
const VISITS = topic<number | undefined>('visited')

describe('What a person remembers', () => {
  it('is what was noted last about a topic', () => {
    const memory = new Memory('Asha')
    memory.note(ANSWER, 'forty')
    memory.note(ANSWER, 'forty-two')
    expect(memory.recall(ANSWER)).to.equal('forty-two')
    expect(memory.recall(ANSWER)).to.equal('forty-two')
  })

  it('may be nothing, if that was noted', () => {
    const memory = new Memory('Asha')
    memory.note(VISITS, undefined)
    expect(memory.recall(VISITS)).to.equal(undefined)
  })

  it('is kept for every topic by itself, also for two of one name', () => {
    const memory = new Memory('Asha')
    memory.note(ANSWER, 'forty-two')
    expect(() => memory.recall(topic<string>('been answered'))).to.throw(NothingToRecall)
    expect(() => memory.recall(VISITS)).to.throw(NothingToRecall)
  })

  it('is found out once, where it was to be found out', () => {
    const memory = new Memory('Asha')
    const found: string[] = []
    const findOut = (): string => `answer ${found.push('again')}`
    expect([memory.once(ANSWER, findOut), memory.once(ANSWER, findOut)]).to.deep.equal([
      'answer 1',
      'answer 1',
    ])
    expect(memory.recall(ANSWER)).to.equal('answer 1')
  })

  it('is nobody else’s', () => {
    new Memory('Bram').note(ANSWER, 'forty-two')
    expect(() => new Memory('Asha').recall(ANSWER)).to.throw(NothingToRecall)
  })

  it('is missed in a sentence that says what to look at', () => {
    expect(() => new Memory('Asha').recall(ANSWER))
      .to.throw(NothingToRecall, 'Asha has not been answered yet: check the order of the steps')
      .with.property('code', 'NOTHING_TO_RECALL')
  })
})
