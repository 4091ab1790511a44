import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sign } from 'jsonwebtoken'
import { issuedTokenIn } from './issued-token.ts'

const CLAIMS = {
  ...{ sub: 'u-1', email: 'asha@example.org', permissions: ['read'], iat: 1, exp: 901, jti: 'j-1' },
  ...{ iss: 'netra-auth-service', aud: 'netra-platform', token_type: 'access' },
}

function faultsOf(more: object, stated?: number): string[] {
  const access_token = sign({ ...CLAIMS, ...more }, 'any secret')
  const found = issuedTokenIn(JSON.stringify({ access_token, expires_in: stated ?? 900 }))
  if (!found) return ['unreadable']
  return [...found.misfits.map(({ path, what }) => `\`${path}\` ${what}`), ...(found.lifeFault ?? [])]
}

describe('A pass that is issued', () => {
  it('may say more, and name its audience in a list', () => {
    expect(faultsOf({ aud: ['netra-platform'], plan: 'free' })).to.deep.equal([])
  })

  it('lives as long as is stated, to a second', () => {
    for (const stated of [899, 900, 901]) expect(faultsOf({}, stated)).to.deep.equal([])
    expect(faultsOf({}, 1800).join('')).to.equal('`expires_in` states 1800 s, and the pass lives 900 s')
  })

  it('is not judged where nothing can be read in it, nor what is not stated', () => {
    expect(issuedTokenIn('{"access_token":"opaque"}')).to.equal(undefined)
    expect(issuedTokenIn('{}')).to.equal(undefined)
    expect(issuedTokenIn(JSON.stringify({ access_token: sign(CLAIMS, 's') }))?.lifeFault).to.equal(undefined)
  })

  it('is read where a provider leads back to, too', () => {
    const back = (claims: object): string =>
      `https://app.example/auth/callback#${new URLSearchParams({ access_token: sign(claims, 's'), refresh_token: 'r' }).toString()}`
    expect(issuedTokenIn('', back(CLAIMS))).to.deep.equal({ misfits: [], lifeFault: undefined })
    const found = issuedTokenIn('', back({ ...CLAIMS, iss: 'netra' }))
    expect(found?.misfits.map(({ path }) => path)).to.deep.equal(['iss'])
    expect(issuedTokenIn('', 'https://app.example/auth/error?error=denied')).to.equal(undefined)
  })

  const odd: Readonly<Record<string, object>> = {
    '`iss` is "netra" where "netra-auth-service" is due': { iss: 'netra' },
    '`aud` is ["other"] where "netra-platform" is due': { aud: ['other'] },
    '`token_type` is "bearer" where "access" is due': { token_type: 'bearer' },
    '`permissions` is missing': { permissions: undefined },
    '`jti` is empty': { jti: '' },
  }
  for (const [finding, more] of Object.entries(odd)) {
    it(`is found when its ${finding}`, () => {
      expect(faultsOf(more)).to.deep.equal([finding])
    })
  }
})
