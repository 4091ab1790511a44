import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sign, verify } from 'jsonwebtoken'
import { readSession, type Session } from '#clients/session'
import { NotTestable } from '#expect/seen'
import { expiredToken, FORGED_KINDS, honestImitation, type Forgery } from './forged-tokens.ts'

const SECRET = 'a-secret-of-more-than-32-characters'
const CLAIMS = {
  sub: 'u-1',
  email: 'asha@example.org',
  permissions: ['read'],
  jti: 'j-1',
  iss: 'netra-auth-service',
  aud: 'netra-platform',
  token_type: 'access',
}
const GENUINE: Session = {
  ...readSession({ access_token: sign(CLAIMS, SECRET, { expiresIn: 900 }) }),
  refreshToken: 'an-opaque-one',
}
const FORGERY: Forgery = { genuine: GENUINE, otherSubject: 'u-2', secret: SECRET }

/** Whether a careful platform would accept a token. */
function isAccepted(token: string): boolean {
  try {
    const expected = { algorithms: ['HS256' as const], issuer: CLAIMS.iss, audience: CLAIMS.aud }
    const claims = verify(token, SECRET, expected)
    const isUsual = typeof claims === 'object' && claims.exp !== undefined
    return isUsual && claims['token_type'] === 'access' && claims.sub === CLAIMS.sub
  } catch {
    return false
  }
}

describe('A forged token', () => {
  it('is like a genuine one that is accepted', () => {
    expect(isAccepted(GENUINE.accessToken)).to.equal(true)
    expect(isAccepted(honestImitation(FORGERY))).to.equal(true)
  })

  for (const { phrase, forge } of FORGED_KINDS) {
    it(`is accepted by no careful platform, in any spelling: ${phrase}`, () => {
      const tokens = forge(FORGERY)
      expect(tokens).not.to.be.empty.and.not.include(GENUINE.accessToken)
      expect(tokens.filter(isAccepted)).to.deep.equal([])
    })
  }

  it('is of another kind for every phrase', () => {
    expect(new Set(FORGED_KINDS.map(({ phrase }) => phrase)).size).to.equal(FORGED_KINDS.length)
    expect(new Set(FORGED_KINDS.map(({ slug }) => slug)).size).to.equal(FORGED_KINDS.length)
  })

  it('cannot be had where it takes a secret that nobody knows', () => {
    const without = { ...FORGERY, secret: undefined }
    expect(() => honestImitation(without)).to.throw(NotTestable)
    const impossible = FORGED_KINDS.filter(({ forge }) => {
      try {
        return forge(without).length === 0
      } catch (error) {
        return error instanceof NotTestable
      }
    })
    expect(impossible.map(({ phrase }) => phrase))
      .to.include('without an end')
      .and.not.include('signed by nobody')
    expect(expiredToken(GENUINE, undefined)).to.equal(undefined)
    expect(isAccepted(expiredToken(GENUINE, SECRET) ?? '')).to.equal(false)
  })
})
