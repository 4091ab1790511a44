import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StepTooEarly } from '#errors/feature-fault'
import { beginScenario } from '#testing/world'
import { seconds } from '#waiting/duration'
import { UNPACED } from '#waiting/pacer'
import { Wire } from '#wire/wire'
import { CAST, Cast, type CastName } from './cast.ts'
import type { PersonContext } from './person.ts'
import { Slot } from './state.ts'
import { UndoLedger } from './undo-ledger.ts'

class Counted {
  readonly people = new Slot<number>('people count')
}

/** A cast that nobody talks to, and what it has told the monitors. */
function gather(scenario = 'r3k9-0-auth1'): { cast: Cast; claims: string[][]; secrets: string[][] } {
  const [claims, secrets] = [[] as string[][], [] as string[][]]
  const place = 'http://127.0.0.1:9'
  const surroundings: PersonContext = {
    clients: {
      addresses: { auth: place, backend: place, frontend: place, live: 'ws://127.0.0.1:9/ws' },
      wire: new Wire([]),
      pacer: UNPACED,
      patience: seconds(1),
      silence: seconds(1),
      stop: new AbortController().signal,
    },
    means: { simulationKey: undefined, signingSecret: undefined, methods: [] },
    undo: new UndoLedger(),
    offers: new Set(),
    registerOwned: (person, value) => claims.push([person, value]),
    knowSecret: (name, secret) => secrets.push([name, secret]),
    report: () => undefined,
  }
  return { cast: new Cast(scenario, surroundings), claims, secrets }
}

describe('The cast of a scenario', () => {
  it('has four names, and knows no other', () => {
    expect(CAST).to.deep.equal(['Asha', 'Bram', 'Chidi', 'Mallory'])
    // @ts-expect-error -- a name that is not in the cast is a misspelling, and does not compile
    const stranger: CastName = 'Aisha'
    expect(CAST).not.to.include(stranger)
  })

  it('has the same person for the same name, all scenario long', () => {
    const { cast } = gather()
    expect(cast.person('Asha')).to.equal(cast.person('Asha'))
    expect(cast.person('Asha')).not.to.equal(cast.person('Bram'))
    expect(cast.bystander).to.equal(cast.bystander)
  })

  it('knows who has come on stage, each once, with the bystander', () => {
    const { cast } = gather()
    expect(cast.people).to.deep.equal([])
    const people = [cast.person('Bram'), cast.person('Asha'), cast.person('Bram'), cast.bystander]
    expect(cast.people).to.deep.equal([people[0], people[1], people[3]])
    expect(CAST).not.to.include(cast.bystander.name)
  })

  it('gives everybody a word of their own, which names them, their scenario, and nobody else', () => {
    const markerOf = (name: CastName, scenario?: string): string => gather(scenario).cast.person(name).marker
    expect(markerOf('Asha')).to.match(/^asha-r3k9-0-auth1-[0-9a-f]{12}$/)
    expect(markerOf('Bram', 'r3k9-1-iso2')).to.match(/^bram-r3k9-1-iso2-[0-9a-f]{12}$/)
    expect(markerOf('Asha')).not.to.equal(markerOf('Asha'))
  })

  it('gives everybody an address that carries their word, and a password that nobody guesses', () => {
    const { cast } = gather()
    const [asha, bram] = [cast.person('Asha'), cast.person('Bram')]
    expect(asha.registration.email).to.contain(asha.marker)
    expect(asha.registration.password).to.have.length.at.least(12).and.not.equal(bram.registration.password)
  })

  it('tells the monitors of every word and every password, once, as soon as somebody comes on stage', () => {
    const { cast, claims, secrets } = gather()
    const asha = cast.person('Asha')
    cast.person('Asha')
    expect(claims).to.deep.equal([['Asha', asha.marker]])
    expect(secrets).to.deep.equal([["Asha's password", asha.registration.password]])
  })
})

describe('A crowd', () => {
  it('is as many numbered people as there are to be', () => {
    const names = gather('r3k9-0-iso1')
      .cast.gather(4)
      .map(({ name }) => name)
    expect(names).to.deep.equal(['User 1', 'User 2', 'User 3', 'User 4'])
  })

  it('is made of different people, each with a word of her own that is part of no other', () => {
    const markers = gather('r3k9-0-iso1')
      .cast.gather(12)
      .map(({ marker }) => marker)
    expect(markers[0]).to.match(/^user1-.+-[0-9a-f]{12}$/)
    expect(markers[11]).to.match(/^user12-.+-[0-9a-f]{12}$/)
    for (const marker of markers) {
      expect(markers.filter((other) => other.includes(marker))).to.deep.equal([marker])
    }
  })

  it('is the same when it is gathered again', () => {
    const cast = gather('r3k9-0-iso1').cast
    const people = cast.gather(3)
    expect(cast.gather(3)).to.deep.equal(people)
    expect(cast.gather(3).every((person, index) => person === people[index])).to.equal(true)
  })

  it('grows by the next numbers when more are asked for; who was there already stays', () => {
    const cast = gather('r3k9-0-iso1').cast
    const people = cast.gather(2)
    const more = cast.gather(4)
    expect(more.slice(0, 2).every((person, index) => person === people[index])).to.equal(true)
    expect(more.slice(2).map(({ name }) => name)).to.deep.equal(['User 3', 'User 4'])
  })

  it('is found again without a number, as it was gathered', () => {
    const cast = gather('r3k9-0-iso1').cast
    const people = cast.gather(3)
    expect(cast.crowd.map(({ name }) => name)).to.deep.equal(people.map(({ name }) => name))
    expect(cast.crowd[2]).to.equal(people[2])
  })

  it('is on stage, beside the cast, and holds nobody of it', () => {
    const cast = gather('r3k9-0-iso1').cast
    const mallory = cast.person('Mallory')
    const crowd = cast.gather(2)
    expect(cast.people).to.deep.equal([mallory, ...crowd])
    expect(cast.crowd).not.to.include(mallory)
  })

  it('is none until it is gathered, nor when it is fewer than two', () => {
    const cast = gather('r3k9-0-iso1').cast
    cast.person('Asha')
    for (const find of [
      () => cast.crowd,
      () => gather('r3k9-0-iso1').cast.gather(1),
      () => gather('r3k9-0-iso1').cast.gather(0),
    ]) {
      expect(find).to.throw(StepTooEarly, 'a crowd of {crowd}')
    }
  })

  it('has a state together, and apart from everybody in it', () => {
    const { state, cast } = beginScenario('ISO-1').scenario
    state.of(Counted).people.set(7)
    expect(state.of(Counted).people.get()).to.equal(7)
    for (const other of [cast.gather(2)[0].state, beginScenario('ISO-1').scenario.state]) {
      expect(() => other.of(Counted).people.get()).to.throw(StepTooEarly, 'people count')
    }
  })
})
