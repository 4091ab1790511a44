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
  return [
    ...found.misfits.map(({ path, what }) => `\`${path}\` ${what}`),
    ...found.lifeFaults.map(({ text, weight }) => `${weight}: ${text}`),
  ]
}

describe('A pass that is issued', () => {
  it('may say more, and name its audience in a list', () => {
    expect(faultsOf({ aud: ['netra-platform'], plan: 'free' })).to.deep.equal([])
  })

  it('lives as long as is stated, to a second', () => {
    for (const stated of [899, 900, 901]) expect(faultsOf({}, stated)).to.deep.equal([])
    expect(faultsOf({}, 1800)[0]).to.equal('breaks: `expires_in` states 1800 s, and the pass lives 900 s')
  })

  it('lives no longer than is promised, nor does what renews it', () => {
    expect(faultsOf({ exp: 3601 }, 3600)).to.deep.equal(['differs: the pass lives 3600 s, of 900 s at most'])
    expect(faultsOf({ exp: 7201 }, 7200)).to.deep.equal(['breaks: the pass lives 7200 s, of 900 s at most'])
    const renews = (exp: number): readonly string[] | undefined => {
      const [access_token, refresh_token] = [sign(CLAIMS, 's'), sign({ iat: 1, exp }, 's')]
      return issuedTokenIn(JSON.stringify({ access_token, refresh_token }))?.lifeFaults.map(
        ({ text }) => text,
      )
    }
    const fortnight = 14 * 24 * 60 * 60
    expect(renews(fortnight + 1)).to.deep.equal([])
    expect(renews(fortnight + 60)).to.deep.equal(['what renews it lives 1209659 s, of 1209600 s at most'])
  })

  it('is not judged where nothing can be read in it, nor what is not stated', () => {
    expect(issuedTokenIn('{"access_token":"opaque"}')).to.equal(undefined)
    expect(issuedTokenIn('{}')).to.equal(undefined)
    expect(issuedTokenIn(JSON.stringify({ access_token: sign(CLAIMS, 's') }))?.lifeFaults).to.deep.equal([])
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
