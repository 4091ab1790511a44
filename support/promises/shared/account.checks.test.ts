import { describe, it } from 'node:test'
import { expect } from 'chai'
import { anAccount } from '#testing/account'
import { accountChanges, describeChanges, type AccountState, type ThreadState } from './account.checks.ts'

const BEFORE = anAccount()
const [FIRST] = BEFORE.threads as [ThreadState]

const changesTo = (more: Partial<AccountState>): string[] => accountChanges(BEFORE, { ...BEFORE, ...more })

describe('Two looks at an account', () => {
  it('differ in nothing when only the pass ends at another time', () => {
    expect(accountChanges(BEFORE, anAccount({ token_expires_at: '2026-01-02T05:00:00Z' }))).to.deep.equal([])
  })

  const [NEWER, OTHER] = [
    { ...FIRST, thread: { ...FIRST.thread, title: 'Plans' } },
    { ...FIRST, thread: { ...FIRST.thread, id: 't-2' } },
  ]
  const differences: Readonly<Record<string, Partial<AccountState>>> = {
    'her auth provider was "password" and is "google"': { me: { ...BEFORE.me, auth_provider: 'google' } },
    'her permissions was ["read"] and is ["read","admin"]': {
      me: { ...BEFORE.me, permissions: ['read', 'admin'] },
    },
    'the number of her conversations was 1 and is 2': { total: 2 },
    'in conversation t-1 the title was "Costs of asha-1" and is "Plans"': { threads: [NEWER] },
    'in conversation t-1 message 1\'s content was "What does it cost?" and is ""': {
      threads: [{ ...FIRST, messages: FIRST.messages.map((message) => ({ ...message, content: '' })) }],
    },
  }
  for (const [told, more] of Object.entries(differences)) {
    it(`differ in what is told: ${told}`, () => {
      expect(changesTo(more)).to.deep.equal([told])
    })
  }

  it('differ when a conversation or a message is gone, is new, or stands elsewhere', () => {
    expect(changesTo({ threads: [] })).to.include('in conversation t-1 the id was "t-1" and is gone')
    expect(changesTo({ threads: [FIRST, OTHER] })).to.include(
      'in conversation t-2 the id was not there and is "t-2"',
    )
    expect(changesTo({ threads: [{ ...FIRST, messages: [] }] })).to.include(
      'in conversation t-1 message 1\'s id was "m-1" and is gone',
    )
    const two = { ...BEFORE, threads: [FIRST, OTHER] }
    expect(accountChanges(two, { ...two, threads: [OTHER, FIRST] })).to.deep.equal([
      'the order of her conversations was t-1, t-2 and is t-2, t-1',
    ])
  })

  it('are told in one line, however much differs', () => {
    expect(describeChanges([])).to.equal('her account and work are as before')
    expect(describeChanges(['a', 'b'])).to.equal('a, b')
    expect(describeChanges(['a', 'b', 'c', 'd', 'e'])).to.equal('a, b, c, and 2 more changes')
  })
})
