import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import { milliseconds, seconds } from '#waiting/duration'
import { healthInTime, healthIsTrue, offersAreNamed, type HealthReport } from './health-reports.checks.ts'
import type { HealthLook, HealthSetting } from './health-fields.checks.ts'

const NOW = Date.parse('2026-01-02T03:04:05.500Z')
const SETTING: HealthSetting = {
  skewMs: { auth: 0, backend: 0, frontend: 0 },
  earlier: { auth: { seconds: 100, at: NOW - 30_000 } },
  isForTests: true,
}
const LIMIT = { promised: seconds(2), tolerance: milliseconds(250) }
const PLAIN = {
  status: 'healthy',
  version: '1.0.0',
  environment: 'staging',
  timestamp: '2026-01-02T03:04:05.600Z',
  uptime_seconds: 130,
  database_status: 'connected',
}
const SAID: Readonly<Record<string, object>> = {
  auth: { ...PLAIN, service: 'auth-service' },
  backend: { ...PLAIN, service: 'netra-backend', capabilities: ['resume', 'cancel'] },
  frontend: {
    ...{ status: 'degraded', service: 'frontend', version: '2' },
    dependencies: { backend: 'healthy', auth: { status: 'ok' } },
  },
}

function look(service: string, more: object = {}, answer: Partial<HealthLook> = {}): HealthLook {
  return { status: 200, said: { ...SAID[service], ...more }, tookMs: 9, from: NOW, to: NOW + 200, ...answer }
}

function reports(service = 'auth', ...looks: readonly HealthLook[]): HealthReport[] {
  return (['auth', 'backend', 'frontend'] as const).map((name) => {
    const [first = look(name), ...others] = name === service ? looks : []
    return { service: name, looks: [first, ...others] }
  })
}

const truth = (seen: readonly HealthReport[], setting = SETTING): string =>
  brokenIn(healthIsTrue(seen, setting))['health-is-told-as-it-is'] ?? ''
const differing = (seen: readonly HealthReport[]): unknown => {
  const result = resultOf(healthIsTrue(seen, SETTING))
  return result.status === 'passed' ? result.deviations : result
}

describe('What services say of their health', () => {
  it('is so, in whatever words are known, and with whatever more', () => {
    expect(differing(reports('auth', look('auth', { status: 'ok', more: 1 })))).to.deep.equal([])
    expect(
      differing(reports('auth', look('auth', { timestamp: '2026-01-02T04:04:05+01:00' }))),
    ).to.deep.equal([])
  })

  const odd: readonly (readonly [string, object, RegExp])[] = [
    ['auth', { status: 'unhealthy' }, /auth: status is "unhealthy"/],
    ['backend', { service: 'auth-service' }, /backend: service is "auth-service", not netra-backend/],
    ['frontend', { version: '' }, /frontend: version is ""/],
    ['auth', { environment: null }, /environment is null/],
    ['auth', { environment: 'production' }, /"production", where the side door for testers is open/],
    ['auth', { timestamp: '2026-01-02T02:04:05Z' }, /timestamp is 2026-01-02T02:04:05.000Z, asked at/],
    ['auth', { timestamp: 'today' }, /timestamp is "today", which is no time/],
    ['auth', { uptime_seconds: -1 }, /uptime_seconds is -1/],
    ['auth', { uptime_seconds: '130' }, /uptime_seconds is "130"/],
    ['auth', { uptime_seconds: 70 }, /uptime_seconds has fallen from 100 to 70 within 30.2 s/],
    ['backend', { database_status: 'disconnected' }, /backend: database_status is "disconnected"/],
    ['frontend', { dependencies: { backend: 'down', auth: 'healthy' } }, /dependencies.backend is "down"/],
    [
      'frontend',
      { dependencies: { backend: 'ok', auth: { status: 'unreachable' } } },
      /dependencies.auth is/,
    ],
  ]
  for (const [service, more, because] of odd) {
    it(`is found out: ${because.source}`, () => {
      expect(truth(reports(service, look(service, more)))).to.match(because)
    })
  }

  it('is found out where the answer is a refusal, or nothing', () => {
    expect(truth(reports('auth', look('auth', {}, { status: 503 })))).to.contain('the answer is 503')
    expect(truth(reports('auth', look('auth', {}, { said: undefined })))).to.contain('says nothing of itself')
  })

  it('only differs where something is left out, or said in another known word', () => {
    const left = {
      version: undefined,
      environment: undefined,
      timestamp: undefined,
      uptime_seconds: undefined,
    }
    expect(differing(reports('auth', look('auth', { ...left, database_status: 'ok' })))).to.have.length(5)
    expect(differing(reports('frontend', look('frontend', { dependencies: undefined })))).to.have.length(1)
  })

  it('may be an accident when most looks are well, and of another instance when one is', () => {
    const [ill, well, young] = [look('auth', { status: 'unhealthy' }), look('auth'), { uptime_seconds: 70 }]
    expect(truth(reports('auth', ill, well, well))).to.equal('')
    expect(truth(reports('auth', ill, ill, well))).to.contain('unhealthy')
    const page = look('auth', {}, { status: 502, said: undefined })
    expect(truth(reports('auth', page, well, well))).to.equal('')
    expect(truth(reports('auth', page, page, well))).to.contain('says nothing of itself')
    expect(truth(reports('auth', look('auth', young), look('auth', young), well))).to.equal('')
    expect(truth(reports('auth', look('auth', { uptime_seconds: 12 })))).to.equal('')
  })

  it('is compared with the clock of the target', () => {
    const later = look('auth', { timestamp: '2026-01-02T04:04:05Z' })
    const HOUR = 3_600_000
    const ahead = { ...SETTING, skewMs: { auth: HOUR, backend: HOUR, frontend: HOUR } }
    expect(truth(reports('auth', later), ahead)).not.to.contain('auth: timestamp')
    expect(truth(reports('auth'), ahead)).to.contain('auth: timestamp')
  })

  it('is told in time, but for an accident', () => {
    const [late, well] = [look('auth', {}, { tookMs: 2_300 }), look('auth', {}, { tookMs: 2_200 })]
    const isBroken = (...looks: readonly HealthLook[]): boolean =>
      resultOf(healthInTime(reports('auth', ...looks), LIMIT)).status === 'failed'
    const eight = Array.from({ length: 8 }, () => well)
    expect([isBroken(well), isBroken(late, ...eight), isBroken(late, late, ...eight)]).to.deep.equal([
      ...[false, false, false],
    ])
    expect([isBroken(late, well, well), isBroken(late, late, late, ...eight)]).to.deep.equal([true, true])
  })

  it('names offers in a list, each once, by known names', () => {
    const judge = (capabilities: unknown) =>
      resultOf(offersAreNamed(reports('backend', look('backend', { capabilities }))))
    expect(judge(['resume'])).to.include({ status: 'passed', observed: '1 named: resume' })
    expect(judge(undefined)).to.deep.include({
      deviations: ['GET /health of the backend: names no capabilities'],
    })
    expect(judge(['resume', 'telepathy']))
      .to.have.property('deviations')
      .with.length(1)
    for (const bad of ['resume,cancel', ['resume', 'resume'], ['resume', 7], ['telepathy'], null]) {
      expect(judge(bad)).to.include({ status: 'failed' })
    }
  })

  it('names its offers each time, or never', () => {
    const judge = (...lists: readonly string[][]): unknown =>
      resultOf(
        offersAreNamed(reports('backend', ...lists.map((capabilities) => look('backend', { capabilities })))),
      ).status
    expect([judge(['resume'], ['resume', 'cancel']), judge([], [])]).to.deep.equal(['passed', 'passed'])
    expect([judge(['resume'], []), judge([], ['resume'])]).to.deep.equal(['failed', 'failed'])
  })
})
