import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sign } from 'jsonwebtoken'
import type { Capability } from '#contract/capabilities'
import { ROUTES, type RouteName } from '#contract/routes'
import type { Exchange } from '#wire/exchange'
import { SessionWatch } from './session-watch.ts'

const MINUTE = 60
const passOf = (name: string, sub = 'u-1', life = 15 * MINUTE): string =>
  sign({ sub, email: 'a@x.example', permissions: [], iat: 1_000, exp: 1_000 + life, jti: name }, 'secret')
const [FIRST, SECOND] = [passOf('first'), passOf('second')]

/** What is particular about a call. */
interface Told {
  readonly at: number
  readonly token?: string
  readonly sent?: object
  readonly status?: number
  readonly body?: object
  readonly location?: string
}

function exchange(name: RouteName, { at, token, sent, status = 200, body, location }: Told): Exchange {
  const { name: route, service, method, path } = ROUTES[name]
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const request = {
    method,
    url: `http://${service}.example${path}`,
    headers,
    body: JSON.stringify(sent ?? {}),
  }
  const told: Record<string, string> = location === undefined ? {} : { location }
  const response = { status, headers: told, body: JSON.stringify(body ?? {}) }
  return { number: at, person: 'Asha', service, route, request, response, at, elapsedMs: 5 }
}

const issue = (access: string, refresh: string): object => ({ access_token: access, refresh_token: refresh })
const LOGIN = exchange('login', { at: 10, body: issue(FIRST, 'r-1') })
const signOut = (at: number, token = FIRST): Exchange => exchange('logout', { at, token })
const me = (at: number, status: number, token = FIRST): Exchange => exchange('me', { at, token, status })
const renew = (at: number, by: string, status: number, body?: object): Exchange =>
  exchange('refresh', { at, sent: { refresh_token: by }, status, ...(body ? { body } : {}) })

function findings(
  exchanges: readonly Exchange[],
  offers: Capability[] = ['logout-revokes-refresh'],
): string[] {
  const watch = new SessionWatch(new Set(offers))
  for (const each of exchanges) watch.exchange(each)
  return watch.findings(100).map(({ text }) => text)
}

describe('a session that nothing has ended', () => {
  it('opens, and where it is refused that is found', () => {
    expect(
      findings([
        LOGIN,
        me(100, 200),
        exchange('validate', { at: 150, sent: { token: FIRST }, body: { valid: true } }),
      ]),
    ).to.deep.equal([])
    expect(findings([LOGIN, me(100, 401)])).to.deep.equal([
      "Asha's pass of exchange 10 was ended by nothing, and exchange 100 refuses it (me answered 401)",
    ])
  })

  it('is called good by whoever is asked for it', () => {
    const [found] = findings([
      LOGIN,
      exchange('validate', { at: 100, sent: { token: FIRST }, body: { valid: false } }),
    ])
    expect(found).to.match(/refuses it \(it is said to be bad\)$/)
  })

  it('goes on when it was renewed, and renews once', () => {
    const renewed = renew(50, 'r-1', 200, issue(SECOND, 'r-2'))
    expect(findings([LOGIN, renewed, me(100, 200, SECOND), me(110, 200)])).to.deep.equal([])
    expect(findings([LOGIN, renewed, renew(100, 'r-2', 401)])).to.have.length(1)
    expect(
      findings([LOGIN, renew(100, 'r-1', 200, issue(SECOND, 'r-2')), renew(101, 'r-1', 401)]),
    ).to.deep.equal([])
  })

  it('may be over when it was signed out in any way, when its time is up, or by what was not answered', () => {
    const lost = { ...signOut(50), response: undefined }
    for (const end of [signOut(50), signOut(50, passOf('minted')), lost])
      expect(findings([LOGIN, end, me(100, 401)])).to.deep.equal([])
    expect(findings([LOGIN, renew(50, 'r-1', 401), me(100, 401)])).to.have.length(1)
    const short = exchange('login', { at: 10, body: issue(passOf('short', 'u-1', 6), 'r-1') })
    expect(findings([short, me(2_000, 401, passOf('short', 'u-1', 6))])).to.deep.equal([])
  })

  it('is not refused where something else may be wrong', () => {
    expect(findings([LOGIN, me(100, 503), me(110, 429), me(120, 403)])).to.deep.equal([])
    expect(findings([LOGIN, exchange('thread', { at: 100, token: FIRST, status: 401 })])).to.deep.equal([])
  })
})

describe('a session that was ended', () => {
  it('opens and renews nothing any more', () => {
    expect(findings([LOGIN, signOut(50), me(100, 401), renew(110, 'r-1', 401)])).to.deep.equal([])
    expect(findings([LOGIN, signOut(50), me(100, 200), renew(110, 'r-1', 200)])).to.deep.equal([
      "Asha's pass of exchange 10 was ended by exchange 50, and exchange 100 takes it (me answered 200)",
      "Asha's means of renewal of exchange 10 was ended by exchange 50, and exchange 110 takes it (refresh answered 200)",
    ])
  })

  it('may be renewed where that is not said to be over', () => {
    expect(findings([LOGIN, signOut(50), renew(110, 'r-1', 200)], [])).to.deep.equal([])
  })

  it('is gone with its account within two seconds, whichever session it was', () => {
    const other = exchange('providerCallback', {
      at: 20,
      status: 302,
      location: `http://f/#access_token=${SECOND}`,
    })
    const deleted = exchange('deleteMe', { at: 50, token: FIRST, status: 204 })
    expect(findings([LOGIN, other, deleted, me(1_000, 200, SECOND), me(1_500, 401, SECOND)])).to.deep.equal(
      [],
    )
    expect(findings([LOGIN, other, deleted, me(3_000, 200, SECOND)])).to.have.length(1)
    expect(findings([LOGIN, deleted, me(3_000, 200, passOf('other', 'u-2'))])).to.deep.equal([])
  })

  it('is known to whoever wants to use it once more', () => {
    const watch = new SessionWatch(new Set())
    for (const each of [LOGIN, signOut(50)]) watch.exchange(each)
    expect(watch.endedBefore(40)).to.deep.equal([])
    expect(watch.endedBefore(100)).to.deep.equal([{ person: 'Asha', access: FIRST, refresh: 'r-1' }])
  })

  it('is not open any more, as it was before', () => {
    const watch = new SessionWatch(new Set())
    watch.exchange(LOGIN)
    expect(watch.open()).to.deep.equal([{ person: 'Asha', access: FIRST }])
    watch.exchange(signOut(50))
    expect(watch.open()).to.deep.equal([])
  })

  it('is open among the last three of its account, and of each other one', () => {
    const watch = new SessionWatch(new Set())
    const passes = ['a', 'b', 'c', 'd'].map((name) => passOf(name))
    for (const [index, pass] of [...passes, passOf('e', 'u-2')].entries())
      watch.exchange(exchange('login', { at: index * 10, body: issue(pass, `r-${index}`) }))
    const open = watch.open().map(({ access }) => access)
    expect(open).to.deep.equal([passOf('e', 'u-2'), ...passes.slice(1).toReversed()])
  })
})
