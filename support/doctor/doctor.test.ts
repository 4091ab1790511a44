import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { generate } from 'selfsigned'
import { startStackProcess, type StackProcess } from '#run/stack-process'
import { plainEnvironment, type Environment } from '#target/environment'
import { openProxy, openSecureFront, openStranger, type KeyPair, type Front } from '#testing/fronts'
import { SuiteCommand } from '#testing/suite-command'
import type { Diagnosis } from './diagnosis.ts'
import { diagnose } from './examination.ts'
import { describeDiagnosis } from './table.ts'

const ADDRESSES = ['STAGING_AUTH_URL', 'STAGING_BACKEND_URL', 'STAGING_FRONTEND_URL'] as const
const OTHER_SECRET = 'a-secret-of-some-other-platform-altogether'

let folder = ''
let stack: StackProcess
let there: Readonly<Record<string, string>> = {}
let credentials: KeyPair
const fronts: Front[] = []

async function opened(front: Promise<Front>): Promise<Front> {
  fronts.push(await front)
  return front
}

/** The platform as it is reached by https, at hosts of these names. */
async function securedAt(nameOf: (label: string) => string): Promise<Record<string, string>> {
  const secured: Record<string, string> = {}
  for (const [index, name] of ADDRESSES.entries()) {
    const { port } = await opened(openSecureFront(there[name] ?? '', credentials))
    secured[name] = `https://${nameOf(['auth', 'api', 'app'][index] ?? '')}:${port}`
  }
  const live = `${secured['STAGING_BACKEND_URL']?.replace('https', 'wss')}/ws`
  return { ...there, ...secured, STAGING_WEBSOCKET_URL: live }
}

function expectLive({ services }: Diagnosis): void {
  const line = services.find(({ service }) => service === 'live')
  expect(`${line?.state} ${line?.answer}`).to.equal('its-own ')
}

function expectNoSecret(text: string): void {
  for (const name of ['E2E_OAUTH_SIMULATION_KEY', 'JWT_SECRET_STAGING'])
    expect(text).not.to.contain(there[name] ?? 'nothing')
  expect(text).not.to.contain(OTHER_SECRET).and.not.to.contain('pw-1')
}

/** What is due where something is wrong: exit code, finding, what to do next. */
async function expectAdvice(
  environment: Environment,
  exitCode: number,
  finding: RegExp,
  next: RegExp,
): Promise<void> {
  const diagnosis = await diagnose(() => environment)
  expect(diagnosis.finding).to.match(finding)
  expect(diagnosis.next).to.match(next)
  expect(diagnosis.exitCode).to.equal(exitCode)
  expectNoSecret(JSON.stringify(diagnosis))
}

describe('The doctor', () => {
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'netra-doctor-'))
    stack = await startStackProcess(folder, join(folder, 'stack.log'), plainEnvironment())
    there = { ...stack.environment, TEST_ENV: 'staging' }
    const altNames = [
      { type: 2 as const, value: '*.netra.test' },
      { type: 2 as const, value: 'localhost' },
    ]
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'netra.test' }], {
      extensions: [{ name: 'subjectAltName', altNames }],
    })
    credentials = { key, cert }
    writeFileSync(join(folder, 'ca.pem'), cert)
  })

  after(async () => {
    for (const front of fronts) front.close()
    await stack.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('has nothing to say where nothing is set: a platform is started for the run', async () => {
    await expectAdvice({}, 0, /^a run makes sense$/, /^npx cucumber-js$/)
  })

  it('names the target that was meant', async () => {
    await expectAdvice({ TEST_ENV: 'netra-stagin' }, 3, /^TEST_ENV names "netra-stagin"/, /^correct TEST_ENV/)
  })

  it('finds everything where all is well', async () => {
    const diagnosis = await diagnose(() => there)
    expect(diagnosis).to.include({ exitCode: 0, next: 'TEST_ENV=staging npx cucumber-js' })
    expect(diagnosis.ways.map(({ state }) => state)).to.deep.equal(['serves', 'serves', 'serves'])
    expect(diagnosis.capabilities.filter(({ offered }) => !offered)).to.deep.equal([])
    expect(diagnosis.absent).to.deep.equal([])
    expectLive(diagnosis)
    const told = describeDiagnosis(diagnosis)
    expect(told)
      .to.match(/auth +│ healthy/)
      .and.contain('says it is netra-backend')
      .and.contain('A run makes sense')
    expectNoSecret(told + JSON.stringify(diagnosis))
  })

  it('knows a secret and a key of another platform', async () => {
    const [secret, key] = ['JWT_SECRET_STAGING', 'E2E_OAUTH_SIMULATION_KEY']
    await expectAdvice(
      { ...there, [secret]: OTHER_SECRET },
      3,
      /^JWT_SECRET_STAGING is not the secret of/,
      /JWT_SEC/,
    )
    await expectAdvice(
      { ...there, [key]: OTHER_SECRET },
      3,
      /^E2E_OAUTH_SIMULATION_KEY is not the key/,
      /^correct E2E/,
    )
  })

  it('tells what is down from what is somebody else', async () => {
    const down = { ...there, STAGING_FRONTEND_URL: 'http://127.0.0.1:1' }
    await expectAdvice(
      down,
      4,
      /^frontend is down at http:\/\/127\.0\.0\.1:1/,
      /^start frontend, or correct STAGING_FR/,
    )
    const { port } = await opened(openStranger(200, 'text/html', '<h1>Welcome</h1>'))
    const html = { ...there, STAGING_BACKEND_URL: `http://127.0.0.1:${port}` }
    await expectAdvice(html, 4, /^backend is misrouted .*<h1>Welcome/, /^correct STAGING_BACKEND_URL/)
  })

  it('knows the live line of another platform', async () => {
    const { port } = await opened(openStranger(401, 'application/json', '{"detail":"Invalid token"}'))
    const elsewhere = { ...there, STAGING_WEBSOCKET_URL: `ws://127.0.0.1:${port}/ws` }
    await expectAdvice(
      elsewhere,
      4,
      /^live is misrouted at ws:.*401 at the door/,
      /^correct STAGING_WEBSOCKET_URL/,
    )
  })

  it('goes by a proxy on every way, and never on this machine', async () => {
    const proxy = await opened(openProxy())
    const environment = {
      ...(await securedAt((label) => `${label}.netra.test`)),
      HTTPS_PROXY: `http://asha:pw-1@127.0.0.1:${proxy.port}`,
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    }
    const diagnosis = await diagnose(() => environment)
    expect(diagnosis.finding).to.equal('a run makes sense')
    expect(diagnosis.services.every(({ byProxy }) => byProxy)).to.equal(true)
    expectLive(diagnosis)
    expectNoSecret(describeDiagnosis(diagnosis) + JSON.stringify(diagnosis))
    for (const label of ['auth', 'api', 'app']) expect(proxy.asked.join()).to.contain(`${label}.netra.test:`)
    await expectAdvice(
      { ...there, HTTPS_PROXY: 'http://127.0.0.1:1', HTTP_PROXY: 'http://127.0.0.1:1' },
      0,
      /sense/,
      /npx/,
    )
  })

  it('says whom to trust where nobody vouches for an address', async () => {
    const environment = await securedAt(() => 'localhost')
    await expectAdvice(
      environment,
      4,
      /is down at https:.*SELF_SIGNED/,
      /in NODE_EXTRA_CA_CERTS \(DEPTH_ZERO_SELF/,
    )
    const trusted = { ...environment, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') }
    await expectAdvice(trusted, 0, /^a run makes sense$/, /^TEST_ENV=staging npx cucumber-js$/)
    const missing = { ...environment, NODE_EXTRA_CA_CERTS: join(folder, 'none.pem') }
    await expectAdvice(
      missing,
      3,
      /^NODE_EXTRA_CA_CERTS names .*cannot be read \(ENOENT\)/,
      /^correct NODE_EXTRA/,
    )
  })

  for (const [name, value] of [
    ['E2E_OAUTH_SIMULATION_KEY', OTHER_SECRET],
    ['JWT_SECRET_STAGING', OTHER_SECRET],
  ] as const)
    it(`says what a run says, before its first scenario: ${name}`, async (test) => {
      const run = new SuiteCommand(['--tags', '@AUTH-1'], { ...there, [name]: value })
      test.after(() => run.discard())
      expect(await run.ended).to.equal(3)
      expect(run.conclusion.split('\n')[0]).to.match(new RegExp(`^HARNESS ERROR: ${name} is not the`))
      expectNoSecret(run.said)
    })
})
