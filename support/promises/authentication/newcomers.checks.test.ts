import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { MeAnswer } from '#contract/answers'
import { brokenIn } from '#testing/checks'
import { rightsNotGiven, toldAsTheyAre, type GreedyNewcomer, type NamedNewcomer } from './newcomers.checks.ts'

const [NAMES, ACCOUNT, RIGHTS] = ['names-are-kept', 'account-is-told-as-it-is', 'asked-for-rights-not-given']
const AT = Date.parse('2026-01-02T03:04:05Z')
const ME: MeAnswer = {
  user_id: 'u-1',
  email: 'zoe@example.org',
  name: 'Zoë',
  permissions: ['read', 'write'],
  created_at: '2026-01-02T03:04:05Z',
  auth_provider: 'password',
  token_expires_at: '2026-01-02T03:19:05Z',
}
type Look = NamedNewcomer['looks'][number]
const look = (more: Partial<Look> = {}, told = 'Zoë', email = 'zoe@example.org'): Look => ({
  statements: [{ where: 'the profile', name: told, email }],
  account: ME,
  endsAt: AT + 900_000,
  ...more,
})

describe('A newcomer', () => {
  const judge = (more: Partial<NamedNewcomer> = {}, skewMs = 0): Record<string, string> => {
    const newcomer: NamedNewcomer = {
      phrase: 'has umlauts',
      name: 'Zoë',
      email: 'Zoe@example.org',
      between: [AT - 100, AT + 100],
      looks: [look(), look()],
    }
    return brokenIn(...toldAsTheyAre([{ ...newcomer, ...more }], skewMs))
  }

  it('is called as she says, and her account is told as it is', () => {
    expect(judge()).to.deep.equal({})
  })

  it('is called by her address, or its beginning, when she says nothing', () => {
    for (const told of ['Zoe@example.org', 'zoe']) {
      expect(judge({ name: undefined, looks: [look({}, told)] })).to.deep.equal({})
    }
    for (const told of ['Member', '', 'zoe@'])
      expect(judge({ name: undefined, looks: [look({}, told)] })).to.have.property(NAMES)
  })

  it('is found out to be called otherwise, in one place', () => {
    expect(judge({ looks: [look(), look({}, 'Zo?')] })).to.deep.equal({
      [NAMES]: 'a name that has umlauts: the profile says "Zo?"',
    })
    expect(judge({ looks: [look({}, 'zoë')] })).to.have.property(NAMES)
  })

  const faults: Readonly<Record<string, Partial<Look>>> = {
    'another day': { account: { ...ME, created_at: '2026-01-01T03:04:05Z' } },
    'another provider': { account: { ...ME, auth_provider: 'google' } },
    'another end of the pass': { endsAt: AT },
    'another address': look({}, 'Zoë', 'x@example.org'),
  }
  for (const [what, more] of Object.entries(faults)) {
    it(`is found out to be told otherwise: ${what}`, () => {
      expect(Object.keys(judge({ looks: [look(more), look(more)] }))).to.deep.equal([ACCOUNT])
    })
  }

  it('is dated by the clock of the target, once and for all', () => {
    expect(judge({ between: [AT - 60_000, AT - 59_900] })).to.have.property(ACCOUNT)
    expect(judge({ between: [AT - 60_000, AT - 59_900] }, 60_000)).to.deep.equal({})
    const later = { account: { ...ME, created_at: '2026-01-02T03:04:06Z' } }
    expect(judge({ looks: [look(), look(later)] })[ACCOUNT]).to.match(/^made .* and /)
  })

  it('has to be looked at', () => {
    expect(Object.keys(brokenIn(...toldAsTheyAre([], 0)))).to.deep.equal([NAMES, ACCOUNT])
  })
})

describe('Who asks for rights when registering', () => {
  const judge = (more: Partial<GreedyNewcomer> = {}): Record<string, string> => {
    const newcomer: GreedyNewcomer = {
      asked: 'role: "admin"',
      status: 200,
      account: ME,
      inToken: ['write', 'read'],
      members: ['read', 'write'],
      othersId: 'u-2',
    }
    return brokenIn(rightsNotGiven([{ ...newcomer, ...more }]))
  }

  it('is given none, or is refused', () => {
    expect(judge()).to.deep.equal({})
    expect(
      brokenIn(rightsNotGiven([{ asked: 'x', status: 422, members: [], othersId: 'u-2' }])),
    ).to.deep.equal({})
  })

  const greedy: readonly Partial<GreedyNewcomer>[] = [
    { inToken: ['read', 'write', 'admin'] },
    { account: { ...ME, permissions: ['read', 'write', 'admin'] } },
    { account: { ...ME, auth_provider: 'google' } },
    { othersId: 'u-1' },
  ]
  for (const more of greedy) {
    it(`is found out to be given some: ${JSON.stringify(more)}`, () => {
      expect(judge(more)).to.have.property(RIGHTS)
    })
  }

  it('is not refused by a fault, and has to be tried', () => {
    expect(
      brokenIn(rightsNotGiven([{ asked: 'x', status: 500, members: [], othersId: 'u' }])),
    ).to.have.property(RIGHTS)
    expect(brokenIn(rightsNotGiven([]))).to.have.property(RIGHTS)
  })
})
