import { describe, it } from 'node:test'
import { expect } from 'chai'
import { resultOf } from '#testing/checks'
import type { CheckResult } from '#expect/check'
import { noAddressLeftOut, type RouteLists } from './route-lists.checks.ts'

describe('What is published', () => {
  const ID = 'ISO-4.no-address-left-out'
  const PATHS = { '/api/threads': { get: {}, post: {} }, '/api/threads/{thread_id}': { get: {} } }
  const ROUTES = ['GET /api/threads', 'POST /api/threads', 'GET /api/threads/{id}']
  const look = (paths: object = PATHS, said = ['ping'], known: Partial<RouteLists> = {}): CheckResult => {
    const published = { openapi: '3.1.0', paths, 'x-live-client-messages': said } as RouteLists['published']
    const lists = { published, routes: ROUTES, messages: ['ping'], optional: [], ...known }
    return resultOf(noAddressLeftOut(lists))
  }

  it('is what is known here, whatever the ids are called', () => {
    expect(look()).to.include({ status: 'passed', observed: '3 routes and 1 types of message' })
  })

  it('is found out when it is more, or less: what it is about, is told', () => {
    const more = { ...PATHS, '/api/threads/{x}/{y}': { delete: {} } }
    const results = [
      look(more),
      look(PATHS, ['ping'], { routes: [...ROUTES, 'GET /new'] }),
      look(PATHS, ['ping', 'shout']),
      look(PATHS, ['ping'], { messages: ['ping', 'whisper'] }),
    ]
    expect(results.map((result) => result.status === 'failed' && result.observed)).to.deep.equal([
      'DELETE /api/threads/{id}/{id} is not known here',
      'GET /new is not published',
      'message shout is not known here',
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
