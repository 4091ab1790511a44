import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import {
  noTokenInAnAddress,
  oneAccount,
  rightsOfAMember,
  startIsBound,
  type ProviderSignIn,
  type Rights,
} from './provider-sign-in.checks.ts'

const EMAIL = 'asha@example.org'
const random = (name: string, n: number, length = 43): string => `${name}-${n}`.padEnd(length, '_')
const PAGE = 'https://auth.example/auth/callback?code=c'
const HANDED_OVER = 'https://app.example/#access_token=eyJhbGci.e30.c2ln'

const signIn = (
  n: number,
  more: Partial<ProviderSignIn> = {},
  claims: Partial<ProviderSignIn['session']['claims']> = {},
): ProviderSignIn => ({
  session: { claims: { sub: 'u-1', email: EMAIL, jti: `j-${n}`, ...claims } },
  trail: [PAGE, HANDED_OVER],
  start: { parameters: parametersOf(n), cookies: [{ name: 'trip', httpOnly: true }] },
  ...more,
})

function parametersOf(n: number): Record<string, string> {
  return {
    client_id: 'netra',
    response_type: 'code',
    scope: 'openid email',
    redirect_uri: 'https://auth.example/auth/callback',
    state: random('state', n, 22),
    nonce: random('nonce', n, 22),
    code_challenge: random('key', n),
    code_challenge_method: 'S256',
  }
}

describe('One account of an outside identity', () => {
  const ID = 'one-account'
  const look = (...signIns: readonly ProviderSignIn[]): Record<string, string> =>
    brokenIn(oneAccount(EMAIL, signIns))

  it('is the same each time, in a session of its own', () => {
    expect(look(signIn(1), signIn(2))).to.deep.equal({})
  })

  it('is found out when it is another account, session or address, or seen only once', () => {
    const others = [{ sub: 'u-2' }, { jti: 'j-1' }, { email: 'x@example.org' }]
    for (const more of others) expect(look(signIn(1), signIn(2, {}, more))).to.have.property(ID)
    expect(look(signIn(1))).to.have.property(ID)
    const wrong = { email: 'x@example.org' }
    expect(look(signIn(1, {}, wrong), signIn(2, {}, wrong))).to.have.property(ID)
  })
})

describe('The rights of a member', () => {
  const RIGHTS: Rights = { inToken: ['write', 'read'], atService: ['read'] }
  const look = (mine: Rights): Record<string, string> => brokenIn(rightsOfAMember(mine, RIGHTS))

  it('are the same in whatever order, by the pass and by the service', () => {
    expect(look({ inToken: ['read', 'write'], atService: ['read'] })).to.deep.equal({})
    expect(look({ ...RIGHTS, inToken: ['read', 'write', 'admin'] })).to.deep.equal({
      'rights-of-a-member': 'admin, read, write by the pass, read by the auth service',
    })
    expect(look({ ...RIGHTS, atService: [] })).to.deep.equal({
      'rights-of-a-member': 'read, write by the pass, nothing by the auth service',
    })
  })
})

describe('The start of a sign-in', () => {
  const [REQUEST, REPEATS, BROWSER] = ['request-is-bound', 'state-never-repeats', 'browser-is-bound']
  const judge = (...signIns: readonly ProviderSignIn[]): Record<string, string> =>
    brokenIn(...startIsBound(signIns))
  const withParameters = (more: Record<string, string>): ProviderSignIn => {
    const { start } = signIn(2)
    return signIn(2, { start: { ...start, parameters: { ...start.parameters, ...more } } })
  }

  it('is bound to the request and to the browser', () => {
    expect(judge(signIn(1), signIn(2))).to.deep.equal({})
  })

  const loose: readonly Record<string, string>[] = [
    { response_type: 'token' },
    { code_challenge_method: 'plain' },
    { state: 'short' },
    { nonce: random('nonce', 2, 21) },
    { code_challenge: random('key', 2, 42) },
    { scope: 'email' },
    { redirect_uri: 'https://evil.example/auth/callback?x' },
  ]
  for (const more of loose) {
    it(`is not bound to the request with ${JSON.stringify(more)}`, () => {
      expect(Object.keys(judge(signIn(1), withParameters(more)))).to.deep.equal([REQUEST])
    })
  }

  it('is found out when anything of it comes again', () => {
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const again = withParameters({ [name]: parametersOf(1)[name] ?? '' })
      expect(judge(signIn(1), again)).to.deep.equal({ [REPEATS]: `repeated: ${name}` })
    }
  })

  it('is not bound to the browser by a cookie that scripts can read, or by none', () => {
    for (const cookies of [[], [{ name: 'trip', httpOnly: false }]]) {
      const open = signIn(2, { start: { ...signIn(2).start, cookies } })
      const observed = `trip (HttpOnly)${cookies.length > 0 ? ', trip' : ''}`
      expect(judge(signIn(1), open)).to.deep.equal({ [BROWSER]: observed })
    }
  })

  it('has to be seen', () => {
    expect(Object.keys(judge())).to.deep.equal([REQUEST, REPEATS, BROWSER])
    expect(Object.keys(judge(signIn(1)))).to.deep.equal([REPEATS])
  })
})

describe('A pass', () => {
  const look = (...trail: readonly string[]): Record<string, string> =>
    brokenIn(noTokenInAnAddress([signIn(1, { trail })]))

  it('is handed over behind the fragment only, and is handed over', () => {
    const id = 'no-pass-in-an-address'
    expect(look(PAGE, HANDED_OVER)).to.deep.equal({})
    const told = 'https://app.example/in?id_token=x'
    expect(look(told, HANDED_OVER)).to.deep.equal({ [id]: 'passes in the query of /in' })
    expect(look('https://app.example/in?p=eyJhbGci.e30', HANDED_OVER)).to.have.property(id)
    expect(look(PAGE)).to.deep.equal({ [id]: 'none in any address' })
  })
})
