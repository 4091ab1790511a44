import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import type { CheckResult } from '#expect/check'
import {
  eachReadsHerself,
  everybodyIsSomebodyElse,
  tokenOpensNoOther,
  type HerselfRead,
  type Intrusion,
  type Newcomer,
} from './crowd.checks.ts'

describe('People who come in at the same moment', () => {
  const ID = 'everybody-is-somebody-else'
  const newcomer = (name: string, given: Partial<Newcomer['given']> = {}, isHerself = true): Newcomer => ({
    ...{ name, isHerself },
    given: {
      subject: `s-${name}`,
      session: `j-${name}`,
      access: `a-${name}`,
      renewal: `r-${name}`,
      ...given,
    },
  })
  const look = (...people: readonly Newcomer[]): Record<string, string> =>
    brokenIn(everybodyIsSomebodyElse(people))

  it('have an identity, a session, a pass and a means of renewal of their own, each', async () => {
    const people = [newcomer('one'), newcomer('two'), newcomer('three')]
    const result = resultOf(everybodyIsSomebodyElse(people))
    expect(result).to.include({
      status: 'passed',
      observed: '3 people, 3 identities, 3 sessions, 3 passes, 3 means of renewal',
    })
  })

  const counts = { subject: 'identities', session: 'sessions', access: 'passes', renewal: 'means of renewal' }
  for (const [kind, name] of Object.entries(counts)) {
    const told = Object.values(counts).map((other) => `${other === name ? 1 : 2} ${other}`)

    it(`are found out when two share the same ${kind}`, async () => {
      const given = { [kind]: 'shared' }
      expect(look(newcomer('one', given), newcomer('two', given))).to.deep.equal({
        [ID]: `2 people, ${told.join(', ')}`,
      })
    })

    it(`are found out when one has no ${kind} at all`, async () => {
      expect(look(newcomer('one'), newcomer('two', { [kind]: '' }))).to.deep.equal({
        [ID]: `2 people, ${told.join(', ')}`,
      })
    })
  }

  it('are found out when a pass names another address: whose it is, is told', async () => {
    const people = [newcomer('one', {}, false), newcomer('two'), newcomer('three', {}, false)]
    expect(look(...people)[ID]).to.match(/renewal; the pass names somebody else: one, three$/)
  })

  it('are several: one alone, or nobody, proves nothing', async () => {
    expect(look(newcomer('one'))[ID]).to.match(/^1 people, 1 identities/)
    expect(look()[ID]).to.match(/^0 people, 0 identities/)
  })
})

describe('What people read of themselves', () => {
  const ID = 'each-reads-herself'
  const read = (name: string, what: string, told: string, isOwn = true): HerselfRead => ({
    ...{ name, what, told, isOwn },
  })
  const look = (...reads: readonly HerselfRead[]): Record<string, string> => brokenIn(eachReadsHerself(reads))
  const OWN = [read('User 1', 'account', 'u-1'), read('User 2', 'account', 'u-2')]

  it('is about themselves: what was read is told, each kind once', async () => {
    const reads = [...OWN, read('User 1', 'profile', 'u-1')]
    expect(resultOf(eachReadsHerself(reads))).to.include({
      status: 'passed',
      observed: '3 reads at once, all of herself: account, profile',
    })
  })

  it('is found out wherever it is about another: reader, kind and words are told', async () => {
    const odd = [read('User 2', 'profile', 'u-1', false), read('User 3', 'account', 'u-9', false)]
    expect(look(...OWN, ...odd)).to.deep.equal({
      [ID]: "User 2's profile: u-1; User 3's account: u-9",
    })
  })

  it('is found out when nothing was read', async () => {
    expect(look()).to.deep.equal({ [ID]: '0 reads at once, all of herself: ' })
  })
})

describe("A pass that is tried on what is another's", () => {
  const ID = 'pass-opens-no-other'
  const shut = (what: string): Intrusion => ({ what, outcome: 'it answered 404', isShut: true })
  const open = (what: string): Intrusion => ({ what, outcome: 'it answered 200 {}', isShut: false })
  const OWNERS = { opened: 2, tried: 2 }
  const look = (intrusions: readonly Intrusion[], owners = OWNERS): CheckResult =>
    resultOf(tokenOpensNoOther({ intrusions, owners }))

  it('opens nothing, while the owners can open it', async () => {
    expect(look([shut('one'), shut('two')])).to.include({
      ...{ status: 'passed', observed: '2 tries, all shut', control: 'their owners opened 2 of 2' },
    })
  })

  it('is found out when it opens any: that is told, and no other', async () => {
    const tries = [shut('one'), open('conversation of Two'), open('profile of Three')]
    expect(look(tries)).to.include({
      status: 'failed',
      observed: 'conversation of Two: it answered 200 {}; profile of Three: it answered 200 {}',
    })
  })

  it('proves nothing where an owner cannot open it either', async () => {
    expect(look([shut('one'), shut('two')], { opened: 1, tried: 2 })).to.include({
      ...{ status: 'failed', control: 'their owners opened 1 of 2' },
    })
  })

  it('proves nothing when nothing was tried', async () => {
    expect(look([])).to.include({ id: ID, status: 'failed', observed: '0 tries, all shut' })
  })
})
