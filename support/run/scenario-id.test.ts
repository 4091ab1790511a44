import { describe, it } from 'node:test'
import { expect } from 'chai'
import { scenarioId, taggedId } from './scenario-id.ts'

describe('The id of a scenario', () => {
  it('is the one tag that looks like it, else the name', () => {
    const named = (...tags: readonly string[]): string =>
      scenarioId({ name: 'A newcomer', tags: tags.map((name) => ({ name, astNodeId: '' })) })
    expect(named('@auth', '@journey', '@AUTH-12')).to.equal('AUTH-12')
    for (const tags of [[], ['@auth'], ['@auth-1'], ['@AUTH-1x'], ['@AUTH']]) {
      expect(named(...tags)).to.equal('A newcomer')
    }
  })

  it('is none, as far as tags are concerned, where no tag looks like it', () => {
    const tagged = (...tags: readonly string[]): string | undefined =>
      taggedId({ tags: tags.map((name) => ({ name, astNodeId: '' })) })
    expect([tagged('@auth', '@AUTH-12'), tagged('@auth'), tagged()]).to.deep.equal([
      'AUTH-12',
      undefined,
      undefined,
    ])
  })
})
