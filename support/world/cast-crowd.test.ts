import { describe, it } from 'node:test'
import { expect } from 'chai'
import { beginScenario } from '#testing/world'
import type { Cast } from './cast.ts'
import { topic } from './memory.ts'

const newCast = (): Cast => beginScenario('ISO-1').scenario.cast
const NO_CROWD = 'no crowd was gathered: check the order of the steps'

describe('A crowd', () => {
  it('is as many numbered people as there are to be', () => {
    const names = newCast()
      .gather(4)
      .map(({ name }) => name)
    expect(names).to.deep.equal(['User 1', 'User 2', 'User 3', 'User 4'])
  })

  it('is made of different people, each with a word of her own that is part of no other', () => {
    const markers = newCast()
      .gather(12)
      .map(({ marker }) => marker)
    expect(markers[0]).to.match(/^user1-.+-[0-9a-f]{12}$/)
    expect(markers[11]).to.match(/^user12-.+-[0-9a-f]{12}$/)
    for (const marker of markers) {
      expect(markers.filter((other) => other.includes(marker))).to.deep.equal([marker])
    }
  })

  it('is the same when it is gathered again', () => {
    const cast = newCast()
    const people = cast.gather(3)
    expect(cast.gather(3)).to.deep.equal(people)
    expect(cast.gather(3).every((person, index) => person === people[index])).to.equal(true)
  })

  it('grows by the next numbers when more are asked for; who was there already stays', () => {
    const cast = newCast()
    const people = cast.gather(2)
    const more = cast.gather(4)
    expect(more.slice(0, 2).every((person, index) => person === people[index])).to.equal(true)
    expect(more.slice(2).map(({ name }) => name)).to.deep.equal(['User 3', 'User 4'])
  })

  it('is found again without a number, as it was gathered', () => {
    const cast = newCast()
    const people = cast.gather(3)
    expect(cast.crowd.map(({ name }) => name)).to.deep.equal(people.map(({ name }) => name))
    expect(cast.crowd[2]).to.equal(people[2])
  })

  it('is on stage, beside the cast, and holds nobody of it', () => {
    const cast = newCast()
    const mallory = cast.person('Mallory')
    const crowd = cast.gather(2)
    expect(cast.people).to.deep.equal([mallory, ...crowd])
    expect(cast.crowd).not.to.include(mallory)
  })

  it('is none until it is gathered, nor when it is fewer than two', () => {
    const cast = newCast()
    cast.person('Asha')
    expect(() => cast.crowd).to.throw(NO_CROWD)
    expect(() => newCast().gather(1)).to.throw(NO_CROWD)
    expect(() => newCast().gather(0)).to.throw(NO_CROWD)
  })

  it('remembers together, and apart from everybody else', () => {
    const cast = newCast()
    const what = topic<number>('counted')
    expect(() => cast.crowdMemory.recall(what)).to.throw('the crowd has not counted yet')
    cast.crowdMemory.note(what, 7)
    expect(cast.crowdMemory.recall(what)).to.equal(7)
    expect(() => newCast().crowdMemory.recall(what)).to.throw('the crowd has not counted yet')
  })
})
