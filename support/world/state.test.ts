import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StepTooEarly } from '#errors/feature-fault'
import { Slot, StateStore } from './state.ts'

class Doors {
  readonly opened = new Slot<string>('{user} opens a door')
}

describe('What a step leaves for a later one', () => {
  it('is there for it, the last one counting', () => {
    const { opened } = new Doors()
    opened.set('the front door')
    opened.set('the back door')
    expect(opened.get()).to.equal('the back door')
    expect(opened.isFilled).to.equal(true)
  })

  it('may be nothing, which is something left', () => {
    const slot = new Slot<undefined>('{user} leaves nothing')
    slot.set(undefined)
    expect(slot.get()).to.equal(undefined)
  })

  it('is missed in one line that names the phrase to come first', () => {
    expect(() => new Doors().opened.get()).to.throw(
      StepTooEarly,
      'this step builds on "{user} opens a door", which has to come before it',
    )
  })

  it('is found out once, when it was not left', () => {
    const { opened } = new Doors()
    expect(opened.once(() => 'the front door')).to.equal('the front door')
    expect(opened.once(() => 'the back door')).to.equal('the front door')
  })
})

describe('The state of a scenario', () => {
  it('is one a domain, the same all scenario long, and another in another scenario', () => {
    const store = new StateStore()
    store.of(Doors).opened.set('the front door')
    expect(store.of(Doors).opened.get()).to.equal('the front door')
    expect(new StateStore().of(Doors).opened.isFilled).to.equal(false)
  })
})
