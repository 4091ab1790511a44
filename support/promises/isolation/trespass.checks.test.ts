import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import type { CheckResult } from '#expect/check'
import {
  foreignAnsweredAsUnknown,
  noAddressLeftOut,
  nothingHasChanged,
  oddOnesIn,
  type RouteLists,
  type Trespass,
  type Trespasses,
} from './trespass.checks.ts'

const REFUSAL = '[404,{"error":true,"error_code":"THREAD_NOT_FOUND"},{"allow":"GET"}]'
const ON_LINE = '["error_message",{"error_code":"THREAD_NOT_FOUND","message":"No."}]'

const attempt = (foreign = REFUSAL, unknown = foreign, more: Partial<Trespass> = {}): Trespass => ({
  ...{ asker: 'User 1', owner: 'User 2', verb: 'read', of: 'conversation', name: 'GET /api/threads/{id}' },
  ...{ foreign, unknown, ...more },
})

describe("An address of another's", () => {
  const ID = 'foreign-answered-as-unknown'
  const look = (tries: Trespasses['tries'], opened = 4, tried = 4): CheckResult =>
    resultOf(foreignAnsweredAsUnknown({ tries, owners: { opened, tried } }))
  const SAID = { name: 'resume', asker: 'User 2', owner: 'User 1' }

  it('is refused just as one at which there is nothing, by call and on a line', async () => {
    const tries = [attempt(), attempt(), attempt(REFUSAL, REFUSAL, { owner: 'User 3' })]
    tries.push(attempt(ON_LINE, ON_LINE, SAID))
    const result = look(tries)
    expect(result).to.include({
      status: 'passed',
      observed: '4 tries: 3 pairs of people, 2 ways, all refused alike',
      control: 'their owners opened 4 of 4',
    })
    expect(result).not.to.have.property('hint')
  })

  const odd: Readonly<Record<string, Trespass>> = {
    'it is opened': attempt('[200,{"id":"t"},{}]', REFUSAL),
    'it is refused in other words': attempt(
      '[404,{"error_code":"THREAD_NOT_FOUND","message":"Hers."},{}]',
      REFUSAL,
    ),
    'it is refused with another header': attempt(REFUSAL.replace('GET', 'GET, PUT'), REFUSAL),
    'both are opened': attempt('[200,{"message":"THREAD_NOT_FOUND"},{}]'),
    'both are forbidden': attempt('[403,{"error_code":"THREAD_NOT_FOUND"},{}]'),
    'both are refused for another reason': attempt('[404,{"error_code":"NO_SUCH_ROUTE"},{}]'),
    'both are said to be taken': attempt('["message_accepted"]'),
    'neither is answered': attempt(
      'an answer to a resume: gave up after 5 s; last seen: [404,THREAD_NOT_FOUND',
    ),
  }
  for (const [what, wrong] of Object.entries(odd)) {
    it(`is found out when ${what}: who, what, whose, how and both answers are told`, async () => {
      const { foreign, unknown } = wrong
      const observed = `User 1 tried to read a conversation of User 2's (GET /api/threads/{id}): ${foreign}; where there is nothing: ${unknown}`
      expect(look([attempt(), wrong])).to.include({ id: ID, status: 'failed', observed })
    })
  }

  it('is found out once for all that is like it', () => {
    const { 'it is opened': opened = attempt() } = odd
    expect(oddOnesIn([opened, attempt(), opened, opened])).to.match(/ \(and 2 more like it\)$/)
    expect(oddOnesIn([opened])).not.to.contain('more like it')
    expect(oddOnesIn([attempt()])).to.equal(undefined)
  })

  it('is found out with a hint of what differs, and of nothing else', async () => {
    const foreign = '[404,{"error_code":"THREAD_NOT_FOUND","message":"Hers.","owner":"u-2"},{}]'
    const unknown = '[404,{"error_code":"THREAD_NOT_FOUND","message":"None."},{}]'
    const connections = ['- "message":"None."},{}]', '+ "message":"Hers.",', '- ', '+ "owner":"u-2"},{}]']
    const hint = ["- where there is nothing, + what is another's", ...connections].join('\n')
    expect(look([attempt(), attempt(foreign, unknown)])).to.include({ hint })
  })

  it('proves nothing where an owner cannot open it either, or none has tried', async () => {
    expect(look([attempt()], 3, 4)).to.include({
      ...{ status: 'failed', control: 'their owners opened 3 of 4' },
    })
    expect(look([attempt()], 0, 0)).to.include({ status: 'failed' })
  })

  it('proves nothing when nothing was tried', async () => {
    const observed = '0 tries: 0 pairs of people, 0 ways, all refused alike'
    expect(look([])).to.include({ status: 'failed', observed })
  })
})

describe('What people have', () => {
  const ID = 'nothing-has-changed'
  const look = (...untouched: readonly boolean[]): Record<string, string> => {
    const estates = untouched.map((isUntouched, index) => ({ name: `User ${index + 1}`, isUntouched }))
    return brokenIn(nothingHasChanged(estates))
  }

  it('is as before, for several of them', async () => {
    expect(look(true, true)).to.deep.equal({})
    expect(look(true)).to.deep.equal({ [ID]: 'those of 1 people are' })
    expect(look()).to.have.property(ID)
  })

  it('is found out when it has changed: whose, is told', async () => {
    expect(look(true, false, true, false)).to.deep.equal({ [ID]: 'changed: User 2, User 4' })
  })
})

describe('What is published', () => {
  const ID = 'no-address-left-out'
  const PATHS = { '/api/threads': { get: {}, post: {} }, '/api/threads/{thread_id}': { get: {} } }
  const ROUTES = ['GET /api/threads', 'POST /api/threads', 'GET /api/threads/{id}']
  const look = (paths: object = PATHS, said = ['ping'], known: Partial<RouteLists> = {}): CheckResult => {
    const published = { openapi: '3.1.0', paths, 'x-live-client-messages': said } as RouteLists['published']
    const lists = { published, routes: ROUTES, messages: ['ping'], ...known }
    return resultOf(noAddressLeftOut(lists))
  }

  it('is what is known here, whatever the ids are called', async () => {
    expect(look()).to.include({ status: 'passed', observed: '3 routes and 1 types of message' })
  })

  it('is found out when it is more, or less: what it is about, is told', async () => {
    const more = { ...PATHS, '/api/threads/{x}/{y}': { delete: {} } }
    const results = await Promise.all([
      look(more),
      look(PATHS, ['ping'], { routes: [...ROUTES, 'GET /new'] }),
      look(PATHS, ['ping', 'shout']),
      look(PATHS, ['ping'], { messages: ['ping', 'whisper'] }),
    ])
    expect(results.map((result) => result.status === 'failed' && result.observed)).to.deep.equal([
      'DELETE /api/threads/{id}/{id} is not known here',
      'GET /new is not published',
      'message shout is not known here',
      'message whisper is not published',
    ])
  })

  it('is something: no routes, or no messages, prove nothing', async () => {
    expect(look({}, ['ping'], { routes: [] })).to.include({ id: ID, status: 'failed' })
    expect(look(PATHS, [], { messages: [] })).to.include({ id: ID, status: 'failed' })
  })
})
