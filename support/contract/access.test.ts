import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ACCESS, LIVE_ACCESS, type Access } from './access.ts'
import { ROUTES, type Route, type RouteName } from './routes.ts'

const routes = Object.entries<Route>(ROUTES).map(([name, { name: call, ...route }]) => {
  const access: Access = ACCESS[name as RouteName]
  return { ...route, name, call, access }
})
const named = (fits: (route: (typeof routes)[number]) => boolean): string[] =>
  routes.filter(fits).map(({ name }) => name)

describe('Access to a route', () => {
  it('is said of every route, and of nothing that is none', () => {
    expect(Object.keys(ACCESS)).to.have.members(Object.keys(ROUTES))
  })

  it('is by address where there is an id in its path, and only there', () => {
    const addressed = named(({ path }) => path.includes('{id}'))
    expect(addressed.length).to.be.above(0)
    expect(named(({ access }) => access.by === 'id')).to.have.members(addressed)
  })

  for (const { call, path, method, access } of routes) {
    if (access.by !== 'id') continue
    it(`is told as what is done, and of what: ${call}`, () => {
      expect(access.of).to.equal(path.startsWith('/api/runs/') ? 'run' : 'conversation')
      expect(access.reads).to.equal(method === 'GET')
    })
  }

  it('has a verb of its own for each thing that can be done with the same', () => {
    const told = [...Object.values<Access>(ACCESS), ...Object.values<Access>(LIVE_ACCESS)].flatMap(
      (access) => (access.by === 'id' ? [`${access.verb} a ${access.of}`] : []),
    )
    expect(new Set(told)).to.have.property('size', told.length)
  })

  it('is refused without a pass wherever it is by pass or by address', () => {
    const guarded = named(({ access }) => access.by === 'token' || access.by === 'id')
    expect(named((route) => guarded.includes(route.name) && !(401 in route.answers))).to.deep.equal([])
  })

  it('is refused as not found wherever it is by address', () => {
    const silent = named(({ access, answers }) => access.by === 'id' && !(404 in answers))
    expect(silent).to.deep.equal([])
  })

  it('is free for what tells nothing of anybody: it refuses nobody', () => {
    expect(named(({ access, answers }) => access.by === 'public' && 401 in answers)).to.deep.equal([])
  })

  it("is by pass for one's own account and for all that one has, and for nothing else", () => {
    const wanted = ['logout', 'me', 'deleteMe', 'profile', 'createThread', 'listThreads']
    expect(named(({ access }) => access.by === 'token')).to.have.members(wanted)
  })

  it('is by proof at the auth service only, which alone knows proofs', () => {
    expect(named(({ access, service }) => access.by === 'credential' && service !== 'auth')).to.deep.equal([])
  })
})

describe('Access by a live message', () => {
  it('is by address for whatever names a conversation or a run, and by proof for a new pass', () => {
    const told = Object.entries<Access>(LIVE_ACCESS).map(([type, access]) => [
      type,
      access.by === 'id' ? access.of : access.by,
    ])
    expect(Object.fromEntries(told)).to.deep.equal({
      ...{ user_message: 'conversation', resume: 'conversation', stop_run: 'run' },
      ...{ ping: 'public', reauthenticate: 'credential' },
    })
  })

  it('only reads where something is told again', () => {
    const reading = Object.entries<Access>(LIVE_ACCESS).filter(
      ([, access]) => access.by === 'id' && access.reads,
    )
    expect(reading.map(([type]) => type)).to.deep.equal(['resume'])
  })
})
