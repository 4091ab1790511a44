import { describe, it } from 'node:test'
import { expect } from 'chai'
import { BadSettings, type Environment } from './environment.ts'
import { readTarget, readTargetKind } from './settings.ts'

const LOCAL: Environment = {
  STAGING_AUTH_URL: 'http://127.0.0.1:4001',
  STAGING_BACKEND_URL: 'http://127.0.0.1:4002',
  STAGING_FRONTEND_URL: 'http://127.0.0.1:4003',
  STAGING_WEBSOCKET_URL: 'ws://127.0.0.1:4002/ws',
}
const SECRET = 'a-signing-secret-of-at-least-32-characters'

describe('The target', () => {
  it('is the local stack unless staging is asked for', () => {
    expect(readTargetKind({})).to.equal('local')
    expect(readTargetKind({ TEST_ENV: '' })).to.equal('local')
    expect(readTargetKind({ TEST_ENV: 'local' })).to.equal('local')
    expect(readTargetKind({ TEST_ENV: 'staging' })).to.equal('staging')
    expect(readTargetKind({ TEST_ENV: 'netra-staging' })).to.equal('staging')
  })

  it('is the real staging when no address is given', () => {
    for (const environment of [
      {},
      { STAGING_AUTH_URL: '', STAGING_WEBSOCKET_URL: '' },
      { TEST_ENV: 'netra-staging' },
    ]) {
      expect(readTarget({ TEST_ENV: 'staging', ...environment }).addresses).to.deep.equal({
        auth: 'https://auth.staging.netrasystems.ai',
        backend: 'https://api.staging.netrasystems.ai',
        frontend: 'https://app.staging.netrasystems.ai',
        live: 'wss://api.staging.netrasystems.ai/ws',
      })
    }
  })

  const addresses = [
    ['STAGING_AUTH_URL', 'auth', 'https://auth.elsewhere.example'],
    ['STAGING_BACKEND_URL', 'backend', 'https://api.elsewhere.example'],
    ['STAGING_FRONTEND_URL', 'frontend', 'https://app.elsewhere.example'],
    ['STAGING_WEBSOCKET_URL', 'live', 'wss://live.elsewhere.example/ws'],
  ] as const
  for (const [name, part, address] of addresses) {
    it(`has its ${part} where ${name} says, and no other part by that`, () => {
      const before = readTarget({ ...LOCAL }).addresses
      expect(readTarget({ ...LOCAL, [name]: address }).addresses).to.deep.equal({
        ...before,
        [part]: address,
      })
    })

    it(`has its ${part} at the same address with and without a stroke at the end`, () => {
      expect(readTarget({ ...LOCAL, [name]: `${address}/` }).addresses[part]).to.equal(address)
    })
  }

  it('has no secrets unless they are given, and those that are given as they are', () => {
    expect(readTarget(LOCAL)).to.include({ simulationKey: undefined, signingSecret: undefined })
    expect(readTarget({ ...LOCAL, E2E_OAUTH_SIMULATION_KEY: '', JWT_SECRET_STAGING: '' })).to.include({
      simulationKey: undefined,
      signingSecret: undefined,
    })
    const given = { E2E_OAUTH_SIMULATION_KEY: 'a key', JWT_SECRET_STAGING: SECRET }
    expect(readTarget({ ...LOCAL, ...given })).to.include({ simulationKey: 'a key', signingSecret: SECRET })
  })
})

describe('What the target offers and allows', () => {
  const described = (environment: Environment): unknown[] => {
    const { describedCapabilities, edgeLimits } = readTarget(environment)
    return [describedCapabilities, edgeLimits]
  }

  it("is known of Netra's own staging: one door for tests, and an edge that bans", () => {
    expect(described({ TEST_ENV: 'staging' })).to.deep.equal([
      ['oauth-simulation'],
      { apiPerMinute: 1_000, otherPerMinute: 100 },
    ])
  })

  it('is what somebody has said of an edge by hand, before what the file says', () => {
    const edge = (STAGING_EDGE: string): unknown => described({ TEST_ENV: 'staging', STAGING_EDGE })[1]
    expect(edge('600/50')).to.deep.equal({ apiPerMinute: 600, otherPerMinute: 50 })
    for (const odd of ['600', '0/50', '600/', '600/50/5', 'many'])
      expect(() => edge(odd)).to.throw(BadSettings, /^STAGING_EDGE is malformed: it must look like 1000\/100/)
  })

  it('is not assumed of anybody else, however alike the name is', () => {
    for (const backend of [
      'http://127.0.0.1:4002',
      'https://evilnetrasystems.ai',
      'https://netrasystems.ai.example',
    ]) {
      expect(described({ ...LOCAL, TEST_ENV: 'staging', STAGING_BACKEND_URL: backend })).to.deep.equal([
        [],
        undefined,
      ])
    }
  })

  it('is whatever the settings say, when they do', () => {
    const environment = { TEST_ENV: 'staging', STAGING_CAPABILITIES: ' cancel, resume ,,tool-events' }
    const { givenCapabilities, describedCapabilities } = readTarget(environment)
    expect(givenCapabilities).to.deep.equal(['cancel', 'resume', 'tool-events'])
    expect(describedCapabilities).to.deep.equal(['oauth-simulation'])
    // What is meant for another platform takes nothing from the local stack.
    expect(readTarget({ ...environment, TEST_ENV: 'local' }).givenCapabilities).to.equal(undefined)
  })
})

describe('A setting that cannot be used', () => {
  const malformed = [
    ['STAGING_AUTH_URL', 'auth.elsewhere.example', 'it must look like https://auth.example, '],
    ['STAGING_AUTH_URL', 'wss://auth.elsewhere.example', 'it must look like https://auth.example, '],
    ['STAGING_BACKEND_URL', 'ftp://api.elsewhere.example', 'it must look like https://api.example, '],
    ['STAGING_FRONTEND_URL', 'app elsewhere', 'it must look like https://app.example, '],
    ['STAGING_WEBSOCKET_URL', 'https://api.elsewhere.example/ws', 'it must look like wss://api.example/ws, '],
    ['JWT_SECRET_STAGING', 'of-31-characters-and-no-more-xx', 'it has at least 32 characters'],
    ['STAGING_CAPABILITIES', 'cancel,teleportation', 'name some of account-deletion, cancel, '],
  ] as const
  for (const [name, value, advice] of malformed) {
    it(`is named with what to do, in one line and without its value: ${name}=${value}`, () => {
      let error: unknown
      try {
        readTarget({ ...LOCAL, [name]: value })
      } catch (thrown) {
        error = thrown
      }
      expect(error).to.be.instanceOf(BadSettings).and.include({ code: 'BAD_SETTINGS' })
      const { message } = error as BadSettings
      expect(message)
        .to.match(new RegExp(`^${name} is malformed: `))
        .and.contain(advice)
      expect(message).to.contain('.env.example').and.not.contain('\n').and.not.contain(value)
    })
  }

  for (const carried of [
    'https://asha:pw-1@api.example',
    'https://api.example?key=pw-1',
    'https://api.example#pw-1',
  ])
    it(`is an address that carries more than an address, and is never shown: ${carried}`, () => {
      expect(() => readTarget({ ...LOCAL, STAGING_BACKEND_URL: carried }))
        .to.throw(
          BadSettings,
          /^STAGING_BACKEND_URL is malformed: .*without a user name, a password or a query/,
        )
        .with.property('message')
        .not.contain('pw-1')
    })

  it('is the name of a target that there is not: the nearest one is named', () => {
    const named = (name: string) => () => readTargetKind({ TEST_ENV: name })
    expect(named('Staging')).to.throw(
      BadSettings,
      /^TEST_ENV names "Staging", and there is no such target: the nearest is staging \(/,
    )
    expect(named('netra-stagin')).to.throw(BadSettings, /: the nearest is netra-staging \(see targets\/\)$/)
    expect(named('../local')).to.throw(BadSettings, /^TEST_ENV names "\.\.\/local", and/)
  })

  it('is an address of production, whichever target it is set for', () => {
    for (const host of [
      'api.netrasystems.ai',
      'netrasystems.ai',
      'api.prod.example',
      'production-api.example',
    ])
      for (const kind of ['local', 'staging'])
        expect(() =>
          readTarget({ ...LOCAL, TEST_ENV: kind, STAGING_BACKEND_URL: `https://${host}` }),
        ).to.throw(
          BadSettings,
          /^the backend address is that of production, .*: correct STAGING_BACKEND_URL$/,
        )
    const products = { ...LOCAL, STAGING_BACKEND_URL: 'https://products.example' }
    expect(readTarget(products).addresses.backend).to.equal('https://products.example')
  })

  it('is an address that is missing where no file has it', () => {
    expect(() => readTarget({ ...LOCAL, STAGING_AUTH_URL: '', TEST_ENV: 'staging' })).to.throw(
      BadSettings,
      /^STAGING_AUTH_URL is not set: set all four/,
    )
  })
})

describe('The time that a target is given', () => {
  it('is longer when it is far away, where it may have to wake up', () => {
    const timesOf = (backend: string, kind: string): number[] => {
      const { patience, wakeUp } = readTarget({ ...LOCAL, STAGING_BACKEND_URL: backend, TEST_ENV: kind })
      return [patience.ms, wakeUp.ms]
    }
    for (const near of ['http://127.0.0.1:4001', 'http://localhost:4001', 'http://[::1]:4001']) {
      expect([timesOf(near, 'local'), timesOf(near, 'staging')]).to.deep.equal([
        [10_000, 10_000],
        [10_000, 30_000],
      ])
    }
    for (const far of ['https://api.example', 'https://127.example', 'https://localhost.example']) {
      expect(timesOf(far, 'staging')).to.deep.equal([30_000, 60_000])
    }
  })
  it('is longer than anything it promises to answer in: what comes late is seen to be late', () => {
    for (const backend of [
      'http://127.0.0.1:4001',
      'https://api.example',
      'https://api.staging.netrasystems.ai',
    ]) {
      const { patience, tolerance, promises } = readTarget({ ...LOCAL, STAGING_BACKEND_URL: backend })
      const { connectionClose, runStop, firstEvent } = promises
      for (const promised of [connectionClose, runStop, firstEvent]) {
        expect(patience.ms, backend).to.be.above(promised.ms + tolerance.ms)
      }
    }
  })
})
