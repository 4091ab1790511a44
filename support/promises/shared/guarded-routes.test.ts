import { describe, it } from 'node:test'
import { expect } from 'chai'
import { Answer } from '#clients/answer'
import type { CallDetails } from '#clients/client-context'
import { CAPABILITIES, type Capability } from '#contract/capabilities'
import { ROUTES, type Route } from '#contract/routes'
import type { Person } from '#world/person'
import { tryGuardedRoutes, tryRoute, unknownIds } from './guarded-routes.ts'

const IDS = { conversation: 't-1', run: 'r-1' }
const TOKEN = { token: 'a.b.c' }

/** Somebody whose calls are all answered alike; what was called is kept. */
function caller(status: number, offers: readonly Capability[] = CAPABILITIES) {
  const called: [string, CallDetails][] = []
  const call = ({ name }: Route, details: CallDetails): Promise<Answer> => {
    called.push([name, details])
    return Promise.resolve(
      new Answer(name, { status, headers: {}, body: '{"detail":"Not signed in"}' }, 1, 1),
    )
  }
  const person = { http: { call }, offers: new Set(offers) } as unknown as Person
  return { person, called }
}

describe('What is tried at every route that asks who is there', () => {
  it('is tried at each, with what that route wants, and the end of the session comes last', async () => {
    const { person, called } = caller(401)
    const attempts = await tryGuardedRoutes(person, TOKEN, IDS)
    const names = called.map(([name]) => name)
    const open = [
      'GET /health',
      'GET /openapi.json',
      'POST /auth/login',
      'POST /auth/refresh',
      'POST /auth/validate',
    ]
    expect(names).to.include.members(
      Object.values(ROUTES).flatMap(({ name, answers }) =>
        401 in answers && 'deleteMe' in ROUTES && !/register|login|refresh|callback|test-auth/.test(name)
          ? [name]
          : [],
      ),
    )
    expect(names).not.to.include.members(open)
    expect(names.slice(-3)).to.have.members([
      'DELETE /api/threads/{id}',
      'POST /auth/logout',
      'DELETE /auth/me',
    ])
    expect(Object.fromEntries(called)['PUT /api/threads/{id}']).to.include({ id: 't-1', token: 'a.b.c' })
    expect(Object.fromEntries(called)['GET /api/runs/{id}']).to.include({ id: 'r-1' })
    expect(attempts.map(({ outcome }) => outcome)).to.deep.equal(names.map(() => 'refused'))
  })

  it('is not tried where there is no such route, nor where it is left out', async () => {
    const { person, called } = caller(401, [])
    await tryGuardedRoutes(person, TOKEN, IDS, { but: ['logout'] })
    const names = called.map(([name]) => name)
    expect(names).not.to.include.members([
      'DELETE /auth/me',
      'POST /api/runs/{id}/cancel',
      'POST /auth/logout',
    ])
  })

  it('ends no session and no account where it has opened something, but for who does so by right', async () => {
    const ends = ['POST /auth/logout', 'DELETE /auth/me']
    const { person, called } = caller(200)
    await tryGuardedRoutes(person, TOKEN, IDS)
    expect(called.map(([name]) => name)).not.to.include.members(ends)
    await tryGuardedRoutes(person, TOKEN, IDS, { byRight: true })
    expect(called.map(([name]) => name)).to.include.members(ends)
  })

  const outcomes = {
    200: 'open',
    202: 'open',
    204: 'open',
    401: 'refused',
    403: 'neither',
    404: 'neither',
    500: 'neither',
  }
  for (const [status, outcome] of Object.entries(outcomes)) {
    it(`is ${outcome} where the answer is ${status}`, async () => {
      const { person } = caller(Number(status))
      expect(await tryRoute(person, 'profile', TOKEN)).to.include({ accessPoint: 'the profile', outcome })
    })
  }

  it('has ids that nothing has, where it has none', () => {
    expect(unknownIds()).not.to.deep.equal(unknownIds())
  })
})
