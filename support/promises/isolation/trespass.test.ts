import { DENIAL_CODES } from '#contract/codes'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { resultOf } from '#testing/checks'
import type { FailedCheck } from '#expect/check'
import type { Answer } from '#clients/answer'
import type { RunId } from '#clients/ids'
import { ACCESS, LIVE_ACCESS, type Access } from '#contract/access'
import { CAPABILITIES } from '#contract/capabilities'
import type { ReceivedFrame } from '#contract/frames'
import { ROUTES, type Route, type RouteName } from '#contract/routes'
import { EventLog } from '#waiting/event-log'
import { milliseconds } from '#waiting/duration'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { StateStore } from '#world/state'
import { IsolationState } from './state.ts'
import { isAlike } from './telling-headers.checks.ts'
import { foreignAnsweredAsUnknown, oddAmong, type Reply } from './trespass.checks.ts'
import { trespassEverywhere, trespassesOf } from './trespass.ts'

/** What a platform is asked, and by whom. */
interface Call {
  readonly asker: string
  readonly way: string
  readonly address: string
  readonly json: unknown
}
type Told = Pick<Answer, 'status' | 'body' | 'headers'>
type Platform = (call: Call) => Partial<Told>

const NOT_FOUND = { error_code: 'THREAD_NOT_FOUND', message: 'No.' }
/** Opens to everybody what carries her own name, and nothing else. */
const RIGHT: Platform = ({ asker, address }) =>
  address.endsWith(asker) ? { status: 200, body: {} } : { status: 404, body: NOT_FOUND }

interface Said {
  readonly type: string
  readonly payload: Readonly<Record<string, string>>
}
/** What is heard when something is said: returned, or told later. */
type Line = (said: Said, tell: (frame: object) => void) => readonly object[]

/** A person who talks to a platform that is a function. @param line answers what is said live, in its place */
function actor(name: string, platform: Platform, calls: Call[] = [], line?: Line): Person {
  const ask = (way: string, address: string, json: unknown): Told => {
    calls.push({ asker: name, way, address, json })
    return { status: 200, body: {}, headers: {}, ...platform({ asker: name, way, address, json }) }
  }
  const heard = new EventLog<ReceivedFrame>(new AbortController().signal, ({ type }) => type)
  const tell = (frame: object): void => heard.append(frame as ReceivedFrame)
  const answered: Line = ({ type, payload }) => {
    const { status } = ask(type, payload.thread_id ?? payload.run_id ?? '', payload)
    const error = { type: 'error_message', error_code: 'THREAD_NOT_FOUND', error_message: 'No.' }
    return [{ type: 'heartbeat' }, status === 404 ? error : { type: 'message_accepted' }]
  }
  const send = (said: Said): void => (line ?? answered)(said, tell).forEach(tell)
  const http = {
    call: (route: Route, { id = '', json }: { id?: string; json?: unknown }) =>
      Promise.resolve(ask(route.name, id, json)),
  }
  const device = {
    session: { accessToken: name },
    context: { userId: `user-${name}` },
    connection: { number: name.length, received: heard, patience: milliseconds(20), send },
  }
  const state = new StateStore()
  const ids = { conversation: `conversation-of-${name}`, run: `run-of-${name}` as RunId }
  state.of(IsolationState).owned.set({ ids, threads: [], answered: '', digest: '' })
  return { name, http, device, state, offers: new Set(CAPABILITIES) } as unknown as Person
}

const wayOf = (name: string): string => (name in ROUTES ? ROUTES[name as RouteName].name : name)
const WAYS = Object.entries<Access>({ ...ACCESS, ...LIVE_ACCESS }).flatMap(([name, access]) =>
  access.by === 'id' ? [{ way: wayOf(name), of: access.of }] : [],
)
const [ONE, TWO, THREE] = ['1000001', '20000002', '300000003']

describe('Trespasses of one person', () => {
  it('are every way by address, on everybody else, each with the address of its own kind', async () => {
    const calls: Call[] = []
    const others = [actor(TWO, RIGHT), actor(THREE, RIGHT)]
    const tries = await trespassesOf(actor(ONE, RIGHT, calls), others)
    const told = tries.map(({ name, of, owner }) => `${name} ${of}-of-${owner}`)
    expect(told).to.have.members(
      WAYS.flatMap(({ way, of }) => [TWO, THREE].map((who) => `${way} ${of}-of-${who}`)),
    )
    const foreign = calls.filter(({ address }) => !/-of-\w{7}$/.test(address))
    expect(foreign.map(({ way, address }) => `${way} ${address}`)).to.have.members(told)
    const said = calls.filter(({ way }) => /^(PUT|POST .+messages$)/.test(way)).map(({ json }) => json)
    expect(said.filter((json) => json === undefined)).to.deep.equal([])
  })

  it('are each compared with an address at which there is nothing, never with her own', async () => {
    const calls: Call[] = []
    await trespassesOf(actor(ONE, RIGHT, calls), [actor(TWO, RIGHT)])
    const unknown = calls.filter(({ address }) => !address.endsWith(TWO))
    expect(unknown.map(({ way }) => way)).to.have.members(WAYS.map(({ way }) => way))
    for (const { address } of unknown) expect(address).to.match(/^(conversation|run)-of-(?!1000001)\d{7}$/)
  })

  it('tell of both answers, refused alike by a platform that is right', async () => {
    const tries = await trespassesOf(actor(ONE, RIGHT), [actor(TWO, RIGHT)])
    expect(oddAmong(tries)).to.equal(undefined)
    const kinds = tries.map(
      ({ name, foreign }) => `${name.includes('/') ? 'a call' : 'said'}: ${foreign.kind}`,
    )
    expect(new Set(kinds)).to.deep.equal(new Set(['a call: answer', 'said: frame']))
  })

  for (const { way: open } of WAYS) {
    it(`tell of what is answered otherwise, in that way alone: ${open}`, async () => {
      const platform: Platform = (call) =>
        call.way === open && call.address.endsWith(TWO) ? { status: 200 } : RIGHT(call)
      const tries = await trespassesOf(actor(ONE, platform), [actor(TWO, RIGHT)])
      const odd = tries.filter((attempt) => oddAmong([attempt]))
      expect(odd.map(({ name }) => name)).to.deep.equal([open])
      const [{ foreign } = {}] = odd
      expect(foreign).to.include(open.includes('/') ? { status: 200 } : { type: 'message_accepted' })
    })
  }

  const differ: Record<string, readonly [boolean, Partial<Told>]> = {
    'a trace': [true, { body: { ...NOT_FOUND, trace_id: 'x' } }],
    'a time of the error': [true, { body: { ...NOT_FOUND, timestamp: 'x' } }],
    'the date': [true, { headers: { date: 'x' } }],
    'the id of the request': [true, { headers: { 'x-request-id': 'x' } }],
    'the message': [false, { body: { ...NOT_FOUND, message: 'x' } }],
    'a further field': [false, { body: { ...NOT_FOUND, owner: 'x' } }],
    'a text for a body': [false, { body: 'THREAD_NOT_FOUND' }],
  }
  const lasting = 'content-type www-authenticate location allow cache-control x-owner'.split(' ')
  for (const name of lasting) differ[`the header ${name}`] = [false, { headers: { [name]: 'x' } }]
  for (const [what, [areAlike, more]] of Object.entries(differ)) {
    it(`are ${areAlike ? 'alike' : 'told apart'} when only this differs: ${what}`, async () => {
      const platform: Platform = (call) => ({ ...RIGHT(call), ...(call.address.endsWith(TWO) ? more : {}) })
      const tries = await trespassesOf(actor(ONE, platform), [actor(TWO, RIGHT)])
      const alike = tries
        .filter(({ name }) => name.includes('/'))
        .map(({ foreign, unknown }) => isAlike(foreign, unknown))
      expect([...new Set(alike)]).to.deep.equal([areAlike])
    })
  }
})

describe('Messages of one person', () => {
  const [RESUME] = WAYS.filter(({ way }) => way === 'resume')
  const event = (threadId: string): object => ({ sequence: 1, payload: { thread_id: threadId, run_id: '-' } })
  const heardBy = async (answerTo: (id: string) => readonly object[]): Promise<Reply[]> => {
    const asker = actor(ONE, RIGHT, [], ({ payload }) => answerTo(payload.thread_id ?? payload.run_id ?? ''))
    const tries = await trespassesOf(asker, [actor(TWO, RIGHT)])
    return tries.filter(({ name }) => name === RESUME?.way).map(({ foreign }) => foreign)
  }

  it('are said one after the other: each when the one before was answered', async () => {
    const order: string[] = []
    const asker = actor(ONE, RIGHT, [], ({ type }, answer) => {
      order.push(`says ${type}`)
      void Promise.resolve().then(() => {
        order.push(`hears of ${type}`)
        answer({ type: 'message_accepted' })
      })
      return []
    })
    await trespassesOf(asker, [actor(TWO, RIGHT), actor(THREE, RIGHT)])
    expect(order).to.have.length(2 * 3 * 3)
    order.forEach((what, index) => {
      if (index % 2 === 1) expect(what).to.equal(order[index - 1]?.replace('says', 'hears of'))
    })
  })

  it('are compared by their first answer, and by the words of the same thread that came before it', async () => {
    const answer = { type: 'replay_complete' }
    const kind = { kind: 'frame', type: 'replay_complete' }
    expect(await heardBy(() => [answer, { type: 'pong' }])).to.deep.equal([{ ...kind, told: 0 }])
    expect(await heardBy((id) => [event(id), event('x'), event(id), answer])).to.deep.equal([
      { ...kind, told: 2 },
    ])
  })

  it('that are not answered are told as silence, with why', async () => {
    const [reply] = await heardBy(() => [{ type: 'heartbeat' }])
    expect(reply).to.have.property('kind', 'silence')
    expect(reply)
      .to.have.property('reason')
      .that.matches(/^an answer to 1000001's resume: gave up/)
  })
})

describe('Trespasses of everybody', () => {
  const claimed: string[] = []
  const faults = { expectErrors: (connection: number, code: string) => claimed.push(`${connection} ${code}`) }
  const everywhere = (...platforms: readonly Platform[]): ReturnType<typeof trespassEverywhere> => {
    const people = platforms.map((platform, index) => actor([ONE, TWO, THREE][index] ?? '', platform))
    return trespassEverywhere(people, { faults } as unknown as Scenario)
  }

  it('are every pair of people, and everybody opens what is hers in the ways that only read', async () => {
    const { tries, own } = await everywhere(RIGHT, RIGHT, RIGHT)
    expect(tries.filter(({ isUnusual }) => !isUnusual)).to.have.length(3 * 2 * WAYS.length)
    expect(new Set(tries.map(({ asker, owner }) => `${asker} ${owner}`))).to.have.property('size', 6)
    const reading = WAYS.filter(({ way }) => way.startsWith('GET ') || way === 'resume').length
    expect(own).to.have.length(3 * reading)
    expect(resultOf(foreignAnsweredAsUnknown({ tries, own }))).to.include({ status: 'passed' })
    expect(claimed).to.deep.equal(
      [7, 8, 9].flatMap((line) =>
        ['THREAD_NOT_FOUND', 'INVALID_MESSAGE', ...DENIAL_CODES].map((code) => `${line} ${code}`),
      ),
    )
  })

  it('are with all that can be sent along, too: each of it by one of them, on a neighbour of hers', async () => {
    const { tries } = await everywhere(RIGHT, RIGHT)
    const unusual = tries.filter(({ isUnusual }) => isUnusual).map(({ name }) => name)
    expect(new Set(unusual)).to.have.property('size', unusual.length)
    expect(unusual).to.include.members([
      'GET /api/threads/{id}/messages?offset=1',
      'GET /api/runs/{id}/events?offset=1&after=1',
      'GET /api/threads/{id}?limit=101',
      'DELETE /api/threads/{id} that names its owner',
      'POST /api/runs/{id}/cancel with headers that name its owner',
      'POST /api/threads/{id}/messages with what is no JSON',
      'resume with {"after":1}',
    ])
    for (const { way } of WAYS) expect(unusual.some((name) => name.startsWith(way))).to.equal(true)
  })

  it('count an owner who cannot open what is hers', async () => {
    const shut: Platform = () => ({ status: 404, body: NOT_FOUND })
    const { control } = resultOf(foreignAnsweredAsUnknown(await everywhere(RIGHT, shut))) as FailedCheck
    expect(control).to.equal('their owners opened 5 of 10')
  })
})
