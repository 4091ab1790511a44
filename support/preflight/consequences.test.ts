import { describe, it } from 'node:test'
import { expect } from 'chai'
import { Answer } from '#clients/answer'
import { CAPABILITIES, type Capability } from '#contract/capabilities'
import type { RouteName } from '#contract/routes'
import type { Health } from '#target/run-context'
import { readTarget, type Target } from '#target/settings'
import { faultFoundIn, withFindings } from './consequences.ts'
import type { Foresight } from './preflight.ts'
import type { WayFound } from './visitor.ts'

const SERVES: WayFound = { state: 'serves', answer: '' }
const REFUSED: WayFound = { state: 'refused', answer: 'it answered 401 {"detail":"pw-1"}' }
const ALL_WELL: Foresight = {
  ways: { 'oauth-simulation': SERVES, 'staging-jwt': SERVES, password: SERVES },
  live: { state: 'its-own', answer: '' },
  doors: new Map(),
  absent: [],
  mark: 'visitor-r1-a1',
}

function targetWith(demandedCapabilities: readonly Capability[]): Target {
  return { ...readTarget({}), demandedCapabilities }
}

function healthOf(offersBy: Health['offersBy'], capabilities: Capability[]): Health {
  return { healthy: true, capabilities, offersBy, skewMs: 0, services: [] }
}

function looked(statuses: Partial<Record<RouteName, number>>, absent: readonly RouteName[] = []): Foresight {
  const doors = new Map(
    Object.entries(statuses).map(([name, status]) => {
      return [name as RouteName, new Answer('it', { status, headers: {}, body: '' }, 1, 1)] as const
    }),
  )
  return { ...ALL_WELL, doors, absent }
}

describe('What was found out before anything is judged', () => {
  it('is a reason not to begin where a secret is not of this platform: its variable is named', () => {
    for (const [way, name] of [
      ['oauth-simulation', 'E2E_OAUTH_SIMULATION_KEY'],
      ['staging-jwt', 'JWT_SECRET_STAGING'],
    ] as const) {
      const fault = faultFoundIn({ ...ALL_WELL, ways: { ...ALL_WELL.ways, [way]: REFUSED } }, targetWith([]))
      expect(fault?.verdict).to.equal('harness-error')
      expect(fault?.reason)
        .to.match(new RegExp(`^${name} is not the \\w+ of http`))
        .and.not.contain('pw-1')
    }
  })

  it('is a reason not to begin where lines are opened elsewhere', () => {
    const live = { state: 'misrouted', answer: '404 at the door' } as const
    expect(faultFoundIn({ ...ALL_WELL, live }, targetWith([]))).to.deep.equal({
      verdict: 'target-unhealthy',
      reason: 'live is misrouted at ws://127.0.0.1:2/ws: 404 at the door',
    })
  })

  it('is none where it is not known, or a way is refused that needs nothing of ours', () => {
    const unknown = { state: 'unknown', answer: 'no answer' } as const
    const ways = { 'oauth-simulation': unknown, 'staging-jwt': unknown, password: REFUSED }
    expect(faultFoundIn({ ...ALL_WELL, ways, live: unknown }, targetWith([]))).to.equal(undefined)
  })
})

describe('What is offered', () => {
  it('is what a person or its backend says, whatever was found', () => {
    for (const by of ['hand', 'backend'] as const) {
      const health = healthOf(by, ['cancel'])
      expect(withFindings(health, looked({ publishedRoutes: 200 }, ['cancelRun']), targetWith([]))).to.equal(
        health,
      )
    }
  })

  it('is what has a door of its own, where nobody says so, and else what the file says', () => {
    const health = healthOf('file', ['cancel', 'resume'])
    const statuses = { publishedRoutes: 200, cancelRun: 404, startProviderSignIn: 503, runEvents: 404 }
    const found = withFindings(health, looked(statuses, ['cancelRun', 'renameThread']), targetWith([]))
    expect(found.capabilities).to.deep.equal(['published-routes', 'resume', 'run-events-history'])
    expect(found.absent).to.deep.equal([
      'backend POST /api/runs/{id}/cancel',
      'backend PUT /api/threads/{id}',
    ])
  })

  it('is tried where it is demanded, though it is not there', () => {
    const statuses = { cancelRun: 404, renameThread: 405 }
    const health = healthOf('file', ['cancel'])
    const absent = ['cancelRun', 'renameThread'] as const
    const found = withFindings(health, looked(statuses, absent), targetWith(['cancel']))
    expect([found.capabilities, found.absent]).to.deep.equal([['cancel'], ['backend PUT /api/threads/{id}']])
    const all = withFindings(
      healthOf('file', [...CAPABILITIES]),
      looked(statuses, absent),
      targetWith(CAPABILITIES),
    )
    expect(all.absent).to.deep.equal([])
  })
})
