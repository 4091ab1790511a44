import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, isLeak, resultOf } from '#testing/checks'
import type { CheckResult } from '#expect/check'
import {
  eachReadsHerself,
  everybodyIsSomebodyElse,
  tokenOpensNoOther,
  type Intrusion,
  type Newcomer,
  type SelfRead,
} from './crowd.checks.ts'

describe('People who come in at the same moment', () => {
  const ID = 'everybody-is-somebody-else'
  const newcomer = (name: string, given: Partial<Newcomer['given']> = {}, named = `${name}@x`): Newcomer => ({
    name,
    address: `${name}@x`,
    named,
    given: {
      subject: `s-${name}`,
      session: `j-${name}`,
      access: `a-${name}`,
      refresh: `r-${name}`,
      ...given,
    },
  })
  const look = (...people: readonly Newcomer[]): Record<string, string> =>
    brokenIn(everybodyIsSomebodyElse(people))

  it('have an identity, a session, a pass and a means of renewal of their own, each', () => {
    const people = [newcomer('one'), newcomer('two'), newcomer('three')]
    const result = resultOf(everybodyIsSomebodyElse(people))
    expect(result).to.include({
      status: 'passed',
      observed: '3 people, 3 identities, 3 sessions, 3 passes, 3 means of renewal',
    })
  })

  const counts = { subject: 'identities', session: 'sessions', access: 'passes', refresh: 'means of renewal' }
  for (const [kind, name] of Object.entries(counts)) {
    const told = Object.values(counts).map((other) => `${other === name ? 1 : 2} ${other}`)

    it(`are found out when two share the same ${kind}: a leak`, () => {
      const given = { [kind]: 'shared' }
      const people = [newcomer('one', given), newcomer('two', given)]
      expect(look(...people)).to.deep.equal({ [ID]: `2 people, ${told.join(', ')}` })
      expect(isLeak(everybodyIsSomebodyElse(people))).to.equal(true)
    })

    it(`are found out when one, or nobody, has a ${kind} at all: no leak`, () => {
      const lacks = newcomer('two', { [kind]: '' })
      expect(look(newcomer('one'), lacks)).to.deep.equal({ [ID]: `2 people, ${told.join(', ')}` })
      for (const other of [newcomer('one'), newcomer('one', { [kind]: '' })]) {
        expect(isLeak(everybodyIsSomebodyElse([other, lacks]))).to.equal(false)
      }
    })
  }

  it('may have no means of renewal where their way in gives none, and nothing else may be missing', () => {
    const minted = (name: string, given: object = {}): Newcomer => ({
      ...newcomer(name, { refresh: '', ...given }),
      lacks: ['refresh'],
    })
    expect(look(minted('one'), minted('two'))).to.deep.equal({})
    expect(look(minted('one'), newcomer('two'))).to.deep.equal({})
    expect(look(minted('one'), newcomer('two', { refresh: '' }))).to.have.property(ID)
    expect(look(minted('one'), minted('two', { access: '' }))).to.have.property(ID)
  })

  it('are found out when a pass names another address: whose it is, is told', () => {
    const people = [newcomer('one', {}, 'nobody@x'), newcomer('two'), newcomer('three', {}, '')]
    expect(look(...people)[ID]).to.match(/renewal; the pass names somebody else: one, three$/)
    expect(isLeak(everybodyIsSomebodyElse(people))).to.equal(false)
  })

  it('are found out when a pass names another one of them: a leak', () => {
    const people = [newcomer('one', {}, 'two@x'), newcomer('two')]
    expect(look(...people)[ID]).to.match(/; the pass names somebody else: one$/)
    expect(isLeak(everybodyIsSomebodyElse(people))).to.equal(true)
  })

  it('are several: one alone, or nobody, proves nothing', () => {
    expect(look(newcomer('one'))[ID]).to.match(/^1 people, 1 identities/)
    expect(look()[ID]).to.match(/^0 people, 0 identities/)
  })
})

describe('What people read of themselves', () => {
  const ID = 'each-reads-herself'
  const read = (name: string, what: string, own: string, told = [own]): SelfRead => ({
    name,
    what,
    told,
    own: [own],
  })
  const look = (...reads: readonly SelfRead[]): Record<string, string> => brokenIn(eachReadsHerself(reads))
  const OWN = [read('User 1', 'account', 'u-1'), read('User 2', 'account', 'u-2')]

  it('is about themselves: what was read is told, each kind once', () => {
    const reads = [...OWN, read('User 1', 'profile', 'u-1')]
    expect(resultOf(eachReadsHerself(reads))).to.include({
      status: 'passed',
      observed: '3 reads at once, all of herself: account, profile',
    })
  })

  it('is found out wherever it is about another: reader, kind and words are told', () => {
    const odd = [read('User 2', 'profile', 'u-2', ['u-1']), read('User 3', 'account', 'u-3', ['u-9'])]
    expect(look(...OWN, ...odd)).to.deep.equal({
      [ID]: "User 2's profile: u-1; User 3's account: u-9",
    })
  })

  const odd: readonly (readonly [boolean, readonly string[]])[] = [
    [true, ['u-1']],
    [true, ['u-2', 'u-1']],
    [false, []],
    [false, ['u-9']],
    [false, ['u-2', 'u-2']],
  ]
  for (const [leak, told] of odd) {
    it(`is ${leak ? 'a' : 'no'} leak when User 2 is told "${told.join(', ')}"`, () => {
      const [one] = OWN
      const reads = [...(one ? [one] : []), read('User 2', 'account', 'u-2', [...told])]
      expect(look(...reads)).to.have.property(ID)
      expect(isLeak(eachReadsHerself(reads))).to.equal(leak)
    })
  }

  it('is a leak when two people are told the same, whosever it is', () => {
    const same = ['User 1', 'User 2'].map((name) =>
      read(name, 'conversations', `t-${name}`, ['t-of-nobody-here']),
    )
    expect(isLeak(eachReadsHerself(same))).to.equal(true)
    const nothing = ['User 1', 'User 2'].map((name) => read(name, 'conversations', `t-${name}`, ['']))
    expect(isLeak(eachReadsHerself(nothing))).to.equal(false)
  })

  it('is found out when nothing was read', () => {
    expect(look()).to.deep.equal({ [ID]: '0 reads at once, all of herself: ' })
  })
})

describe("A pass that is tried on what is another's", () => {
  const ID = 'pass-opens-no-other'
  const attempt = (what: string, more: Partial<Intrusion> = {}): Intrusion => {
    const { status = 404 } = more
    const outcome = `it answered ${status}`
    return { what, status, outcome, askedFor: 'x-2', shown: undefined, ...more }
  }
  const shut = attempt('one')
  const ownProfile = attempt('profile', { status: 200, shown: 'x-1', own: 'x-1' })
  const open = attempt('conversation of Two', { status: 200, shown: 'x-2' })
  const othersProfile = attempt('profile of Three', { status: 200, shown: 'x-2', own: 'x-1' })
  const look = (intrusions: readonly Intrusion[], owners = [200, 200]): CheckResult =>
    resultOf(tokenOpensNoOther({ intrusions, owners }))

  it('opens nothing, while the owners can open it', () => {
    expect(look([shut, ownProfile])).to.include({
      status: 'passed',
      observed: '2 tries, all shut',
      control: 'their owners opened 2 of 2',
    })
  })

  it('is found out when it opens any: that is told, and no other', () => {
    expect(look([shut, open, othersProfile])).to.include({
      status: 'failed',
      observed: 'conversation of Two: it answered 200; profile of Three: it answered 200',
    })
  })

  it("is a leak when what was shown is another's, and else is none", () => {
    const leaks = (intrusion: Intrusion): boolean =>
      isLeak(tokenOpensNoOther({ intrusions: [shut, intrusion], owners: [200] }))
    expect([open, othersProfile].map(leaks)).to.deep.equal([true, true])
    const refused = [401, 403, 500].map((status) => attempt('it', { status }))
    const other = [attempt('it', { status: 200 }), attempt('it', { status: 404, own: 'x-1' })]
    for (const odd of [...refused, ...other]) {
      expect(look([shut, odd]).status).to.equal('failed')
      expect(leaks(odd)).to.equal(false)
    }
  })

  it('proves nothing where an owner cannot open it either', () => {
    expect(look([shut, ownProfile], [200, 404])).to.include({
      status: 'failed',
      control: 'their owners opened 1 of 2',
    })
  })

  it('proves nothing when nothing was tried', () => {
    expect(look([])).to.include({ id: `ISO-1.${ID}`, status: 'failed', observed: '0 tries, all shut' })
  })
})
