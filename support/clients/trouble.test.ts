import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ROUTES, type Route } from '#contract/routes'
import { seconds } from '#waiting/duration'
import { troubleIn, troubleOf } from './trouble.ts'

const { login, me, createThread, refresh, renameThread } = ROUTES

/** Whether a call whose connection was lost, or that was answered so, is made once more; nothing where it is no trouble. */
function isRepeated(
  route: Route,
  how: { code?: string; status?: number; headers?: Record<string, string> },
): unknown {
  return troubleIn({ method: route.method, service: route.service, route, ...how })?.isRepeatable
}

describe('A call that brings the target into trouble', () => {
  it('is made once more where nothing can be done twice by it', () => {
    for (const route of [me, login, renameThread])
      expect(isRepeated(route, { code: 'ECONNRESET' }), route.name).to.equal(true)
    for (const route of [createThread, refresh])
      expect(isRepeated(route, { code: 'ECONNRESET' }), route.name).to.equal(false)
  })

  it('is made once more where it cannot have come through, or is told when to come again', () => {
    expect(isRepeated(createThread, { code: 'ECONNREFUSED' })).to.equal(true)
    expect(isRepeated(createThread, { status: 503, headers: { 'retry-after': '1' } })).to.equal(true)
    expect(isRepeated(createThread, { status: 503 })).to.equal(false)
  })

  it('is too many for an edge that speaks as programs do, and not as the platform', () => {
    const isTooMany = (more: object): unknown =>
      troubleIn({ method: login.method, service: 'auth', route: login, status: 429, ...more })?.isTooMany
    expect(isTooMany({ body: '{"message":"Slow down"}' })).to.equal(true)
    expect(isTooMany({ body: '{"detail":"Too many failed attempts"}' })).to.equal(undefined)
    for (const headers of [{ 'retry-after': '3' }, { 'x-request-id': 'a' }])
      expect(isTooMany({ body: '{"message":"Slow down"}', headers })).to.equal(undefined)
  })

  it('is in it where somebody in front of it says so in a number of its own', () => {
    for (const status of [520, 522, 530]) expect(isRepeated(me, { status }), String(status)).to.equal(true)
    expect(isRepeated(createThread, { status: 522 })).to.equal(false)
    for (const status of [500, 501, 511, 519, 531]) expect(isRepeated(me, { status })).to.equal(undefined)
  })

  it('is in none where the contract has that answer, or nobody knows why there is none', () => {
    expect(isRepeated(login, { status: 429, headers: { 'retry-after': '1' } })).to.equal(undefined)
    expect(isRepeated(me, { status: 401 })).to.equal(undefined)
    expect(isRepeated(me, { code: 'ECONNABORTED' })).to.equal(undefined)
  })

  it('is too many for an edge where a page says so, and is asked again only when it is told when', () => {
    const page = { status: 429, body: '<html><h1>Slow down</h1></html>' }
    const how = (more: object): unknown => {
      const { method, service } = login
      const trouble = troubleIn({ method, service, route: login, ...page, ...more })
      return trouble && [trouble.isTooMany, trouble.isRepeatable]
    }
    expect(how({})).to.deep.equal([true, false])
    expect(how({ headers: { 'retry-after': '2' } })).to.deep.equal([true, true])
    expect(how({ route: me, method: 'GET' })).to.deep.equal([true, false])
    expect(how({ body: '{"detail":"Too many attempts"}' })).to.equal(undefined)
  })

  it('is a page in place of an answer that the contract knows, and no such answer itself', () => {
    const { startProviderSignIn: start, providerCallback: back, authHealth } = ROUTES
    const trouble = (route: Route, body: string): unknown =>
      troubleIn({ method: 'GET', service: 'auth', route, status: 503, body })?.isRepeatable
    expect(trouble(start, '<html>')).to.equal(true)
    expect(trouble(start, '{"detail":"not configured"}')).to.equal(undefined)
    expect(trouble(authHealth, '<html>')).to.equal(undefined)
    // A code is taken once.
    expect(trouble(back, '<html>')).to.equal(false)
    expect(isRepeated(start, { code: 'ECONNRESET' })).to.equal(true)
  })

  it('is waited for longer where somebody says when to come again', () => {
    const request = { method: 'GET', url: 'https://api.example.org/auth/me', headers: {} }
    const asked = { service: 'auth', request, route: ROUTES.me.name, what: 'me', tries: 0 } as const
    const isAskedAgain = (leftSeconds: number, headers: Record<string, string>): unknown =>
      troubleOf(
        { ...asked, left: seconds(leftSeconds), patience: seconds(10) },
        { status: 429, headers, body: '<html>' },
      )?.isRepeated
    expect([
      isAskedAgain(2, { 'retry-after': '1' }),
      isAskedAgain(-18, { 'retry-after': '1' }),
    ]).to.deep.equal([true, true])
    expect([isAskedAgain(-20, { 'retry-after': '1' }), isAskedAgain(2, {})]).to.deep.equal([false, false])
  })

  it('is none where the contract does not know what was called, unless somebody has had enough', () => {
    const request = { method: 'GET', url: 'https://api.example.org/api/tickets', headers: {} }
    const call = {
      service: 'backend',
      request,
      what: 'tickets',
      tries: 0,
      left: seconds(1),
      patience: seconds(10),
    } as const
    const answered = (status: number, route: string | undefined): unknown =>
      troubleOf({ ...call, route }, { status, headers: {}, body: '' })?.text
    expect(answered(503, 'GET /api/tickets')).to.equal(undefined)
    expect(answered(429, 'GET /api/tickets')).to.equal('answered 429')
    expect(answered(503, undefined)).to.equal('answered 503')
  })
})
