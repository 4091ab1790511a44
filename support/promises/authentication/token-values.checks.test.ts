import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import {
  lifeIsLimited,
  statementsTrue,
  type SessionLife,
  type TokenStatement,
} from './token-values.checks.ts'

const TOKEN = {
  userId: 'u-1',
  email: 'asha@example.org',
  permissions: ['read', 'chat'],
  end: '2026-01-02T03:04:05Z',
}

describe('What is said of a token', () => {
  const look = (...statements: readonly TokenStatement[]): string[] =>
    Object.keys(brokenIn(statementsTrue(statements)))
  const said = (more: Partial<typeof TOKEN>): TokenStatement => ({
    where: 'validation',
    token: TOKEN,
    said: { ...TOKEN, ...more },
  })

  it('is what stands in it, in whatever order and form', () => {
    expect(
      look(said({}), said({ permissions: ['chat', 'read'], end: '2026-01-02T03:04:05.000+00:00' })),
    ).to.deep.equal([])
  })

  const odd: Readonly<Record<string, TokenStatement>> = {
    'names somebody else': said({ userId: 'u-2' }),
    'names another address': said({ email: 'bram@example.org' }),
    'grants more': said({ permissions: ['read', 'chat', 'admin'] }),
    'grants nothing': said({ permissions: [] }),
    'ends later': said({ end: '2036-01-02T03:04:05Z' }),
    'calls it no good': { where: 'validation', token: TOKEN, said: undefined },
  }
  for (const [what, statement] of Object.entries(odd)) {
    it(`is not true when it ${what}`, () => {
      expect(look(said({}), statement)).to.deep.equal(['what-is-said-of-a-pass-is-true'])
    })
  }

  it('is not known when nobody was asked', () => {
    expect(look()).to.have.length(1)
  })
})

describe('The life of a session', () => {
  const look = (life: SessionLife): Record<string, string> => brokenIn(lifeIsLimited(life))

  it('may be as long as is promised, shorter, or unsaid for what renews it', () => {
    expect(look({ accessSeconds: 900, refreshSeconds: 14 * 86_400 })).to.deep.equal({})
    expect(look({ accessSeconds: 60, refreshSeconds: 120 })).to.deep.equal({})
    expect(look({ accessSeconds: 60, refreshSeconds: undefined })).to.deep.equal({})
  })

  it('is told of where it is somewhat longer', () => {
    expect(lifeIsLimited({ accessSeconds: 900, refreshSeconds: 60 }).judge().deviations).to.deep.equal([])
    for (const life of [
      { accessSeconds: 1_800, refreshSeconds: 60 },
      { accessSeconds: 900, refreshSeconds: 30 * 86_400 },
    ]) {
      expect(lifeIsLimited(life).judge().deviations).to.have.length(1)
    }
  })

  it('may not be longer than anybody would set it, nor without an end', () => {
    expect(look({ accessSeconds: 3_601, refreshSeconds: 60 })).to.have.property('life-is-limited')
    expect(look({ accessSeconds: 900, refreshSeconds: 91 * 86_400 })).to.have.property('life-is-limited')
    expect(look({ accessSeconds: 900, refreshSeconds: Infinity })['life-is-limited']).to.contain('for good')
  })
})
