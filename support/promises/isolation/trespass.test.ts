import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Answer } from '#clients/answer'
import { ACCESS, LIVE_ACCESS, type Access } from '#contract/access'
import type { ReceivedFrame } from '#contract/frames'
import { ROUTES, type Route, type RouteName } from '#contract/routes'
import { EventLog } from '#waiting/event-log'
import { Memory } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { OWNED } from './owned-resources.ts'
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

/** A person who talks to a platform that is a function. */
function actor(name: string, platform: Platform, calls: Call[] = []): Person {
  const ask = (way: string, address: string, json: unknown): Told => {
    calls.push({ asker: name, way, address, json })
    return { status: 200, body: {}, headers: {}, ...platform({ asker: name, way, address, json }) }
  }
  const heard = new EventLog<ReceivedFrame>(new AbortController().signal, ({ type }) => type)
  const send = ({ type, payload }: { type: string; payload: Record<string, string> }): void => {
    const { status } = ask(type, payload.thread_id ?? payload.run_id ?? '', payload)
    const error = { type: 'error_message', error_code: 'THREAD_NOT_FOUND', error_message: 'No.' }
    for (const told of [{ type: 'heartbeat' }, status === 404 ? error : { type: 'message_accepted' }]) {
      heard.append(told as ReceivedFrame)
    }
  }
  const http = {
    call: (route: Route, { id = '', json }: { id?: string; json?: unknown }) =>
      Promise.resolve(ask(route.name, id, json)),
  }
  const device = {
    session: { accessToken: name },
    connection: { number: name.length, received: heard, send },
  }
  const memory = new Memory(name)
  const addresses = { conversation: `conversation-of-${name}`, run: `run-of-${name}` }
  memory.note(OWNED, { addresses, conversations: [], digest: '' })
  return { name, http, device, memory } as unknown as Person
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
    for (const { foreign, unknown } of await trespassesOf(actor(ONE, RIGHT), [actor(TWO, RIGHT)])) {
      expect(foreign)
        .to.equal(unknown)
        .and.match(/^\[(404|"error_message"),.*"THREAD_NOT_FOUND"/)
    }
  })

  for (const { way: open } of WAYS) {
    it(`tell of what is answered otherwise, in that way alone: ${open}`, async () => {
      const platform: Platform = (call) =>
        call.way === open && call.address.endsWith(TWO) ? { status: 200 } : RIGHT(call)
      const tries = await trespassesOf(actor(ONE, platform), [actor(TWO, RIGHT)])
      const odd = tries.filter(({ foreign, unknown }) => foreign !== unknown)
      expect(odd.map(({ name }) => name)).to.deep.equal([open])
      expect(odd[0]?.foreign).to.match(/^\[(200,|"message_accepted"\])/)
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
  const lasting = 'content-type www-authenticate location allow cache-control etag x-owner'.split(' ')
  for (const name of lasting) differ[`the header ${name}`] = [false, { headers: { [name]: 'x' } }]
  for (const [what, [isAlike, more]] of Object.entries(differ)) {
    it(`are ${isAlike ? 'alike' : 'told apart'} when only this differs: ${what}`, async () => {
      const platform: Platform = (call) => ({ ...RIGHT(call), ...(call.address.endsWith(TWO) ? more : {}) })
      const tries = await trespassesOf(actor(ONE, platform), [actor(TWO, RIGHT)])
      const alike = tries
        .filter(({ name }) => name.includes('/'))
        .map(({ foreign, unknown }) => foreign === unknown)
      expect([...new Set(alike)]).to.deep.equal([isAlike])
    })
  }
})

describe('Trespasses of everybody', () => {
  const claimed: string[] = []
  const faults = { expectErrors: (connection: number, code: string) => claimed.push(`${connection} ${code}`) }
  const everywhere = (...platforms: readonly Platform[]): ReturnType<typeof trespassEverywhere> => {
    const people = platforms.map((platform, index) => actor([ONE, TWO, THREE][index] ?? '', platform))
    return trespassEverywhere(people, { faults } as unknown as Scenario)
  }

  it('are every pair of people, and everybody opens what is hers in the ways that only read', async () => {
    const { tries, owners } = await everywhere(RIGHT, RIGHT, RIGHT)
    expect(tries).to.have.length(3 * 2 * WAYS.length)
    expect(new Set(tries.map(({ asker, owner }) => `${asker} ${owner}`))).to.have.property('size', 6)
    const reading = WAYS.filter(({ way }) => way.startsWith('GET ')).length
    expect(owners).to.deep.equal({ opened: 3 * reading, tried: 3 * reading })
    expect(claimed).to.deep.equal([7, 8, 9].map((connection) => `${connection} THREAD_NOT_FOUND`))
  })

  it('count an owner who cannot open what is hers', async () => {
    const shut: Platform = () => ({ status: 404, body: NOT_FOUND })
    const { owners } = await everywhere(RIGHT, shut)
    expect(owners.opened * 2).to.equal(owners.tried)
  })
})
