import { describe, it } from 'node:test'
import { expect } from 'chai'
import { seconds } from '#waiting/duration'
import { UNPACED } from '#waiting/pacer'
import { Wire } from '#wire/wire'
import { CAST, Cast, type CastName } from './cast.ts'
import type { PersonContext } from './person.ts'
import { UndoLedger } from './undo-ledger.ts'

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
    means: { simulationKey: undefined, signingSecret: undefined },
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
