import { describe, it } from 'node:test'
import { expect } from 'chai'
import { resultOf } from '#testing/checks'
import type { CheckResult } from '#expect/check'
import { noAddressLeftOut, unknownRoutes, type RouteLists } from './route-lists.checks.ts'

describe('What is published', () => {
  const ID = 'ISO-4.no-address-left-out'
  const PATHS = { '/api/threads': { get: {}, post: {} }, '/api/threads/{thread_id}': { get: {} } }
  const ROUTES = ['GET /api/threads', 'POST /api/threads', 'GET /api/threads/{id}']
  const look = (paths: object = PATHS, said = ['ping'], known: Partial<RouteLists> = {}): CheckResult => {
    const published = { openapi: '3.1.0', paths, 'x-live-client-messages': said } as RouteLists['published']
    const lists = { published, routes: ROUTES, messages: ['ping'], optional: [], unknown: [], ...known }
    return resultOf(noAddressLeftOut(lists))
  }

  it('is what is known here, whatever the ids are called', () => {
    expect(look()).to.include({ status: 'passed', observed: '3 routes and 1 types of message' })
  })

  it('may be told below a part of the address that stands before all of it', () => {
    const below = Object.entries(PATHS).map(([path, item]) => [path.replace('/api', ''), item] as const)
    const published = {
      openapi: '3.1.0',
      paths: Object.fromEntries(below),
      'x-live-client-messages': ['ping'],
    }
    for (const url of ['/api', 'https://api.example/api/'])
      expect(look({}, [], { published: { ...published, servers: [{ url }] } })).to.include({
        status: 'passed',
      })
    expect(look({}, [], { published })).to.include({ status: 'failed' })
  })

  it('may be more: what it is, and whether it was called, is told', () => {
    const unknown = [
      { name: 'GET /api/export/{id}', statuses: { hers: 404, anybodys: 401, ofNothing: 404 } },
      { name: 'GET /usage', statuses: { hers: 200, anybodys: 200 } },
      { name: 'DELETE /api/all' },
      { name: 'GET /stream', statuses: { hers: 0, anybodys: 0 } },
    ]
    const result = look(PATHS, ['ping', 'shout'], { unknown })
    expect(result.status === 'passed' && result.deviations).to.deep.equal([
      'GET /api/export/{id}: the contract does not know it, called with a pass (404) and without (401); of nothing: 404',
      'GET /usage: the contract does not know it, called with a pass (200) and without (200)',
      'DELETE /api/all: the contract does not know it, not called',
      'GET /stream: the contract does not know it, called with a pass, and silent',
      'message shout: the contract does not know it, not sent',
    ])
  })

  it("is found out when it gives what is another's to who knows its id, with a pass or without", () => {
    for (const [hers, anybodys] of [
      [200, 401],
      [404, 200],
    ] as const) {
      const unknown = [{ name: 'GET /x/{id}', statuses: { hers, anybodys, ofNothing: 404 } }]
      expect(look(PATHS, ['ping'], { unknown })).to.include({ status: 'failed', leak: true })
    }
  })

  it('may give the same of everything', () => {
    const unknown = [{ name: 'GET /x/{id}', statuses: { hers: 200, anybodys: 200, ofNothing: 200 } }]
    expect(look(PATHS, ['ping'], { unknown }).status).to.equal('passed')
  })

  it('is as it is called there, where it is more', () => {
    const paths = { ...PATHS, '/api/threads/{x}/{y}': { delete: {} } }
    const published = { openapi: '3.1.0', paths, 'x-live-client-messages': [] } as RouteLists['published']
    expect(unknownRoutes(published, ROUTES)).to.deep.equal(['DELETE /api/threads/{id}/{id}'])
  })

  it('is found out when it is less: what it is about, is told', () => {
    const results = [
      look(PATHS, ['ping'], { routes: [...ROUTES, 'GET /new'] }),
      look(PATHS, ['ping'], { messages: ['ping', 'whisper'] }),
    ]
    expect(results.map((result) => result.status === 'failed' && result.observed)).to.deep.equal([
      'GET /new is not published',
      'message whisper is not published',
    ])
  })

  it('need not hold what is not offered', () => {
    const known = { routes: [...ROUTES, 'GET /new'], messages: ['ping', 'resume'] }
    expect(look(PATHS, ['ping'], { ...known, optional: ['GET /new', 'resume'] }).status).to.equal('passed')
  })

  it('is something: no routes, or no messages, prove nothing', () => {
    expect(look({}, ['ping'], { routes: [] })).to.include({ id: ID, status: 'failed' })
    expect(look(PATHS, [], { messages: [] })).to.include({ id: ID, status: 'failed' })
  })
})
