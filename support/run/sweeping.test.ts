import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { sign } from 'jsonwebtoken'
import { ROUTES } from '#contract/routes'
import { readTarget, type Target } from '#target/settings'
import { milliseconds } from '#waiting/duration'
import { AccountLedger } from './account-ledger.ts'
import { sweep } from './sweeping.ts'

const OURS = 'asha-r1@people.netra.example'
const tokenOf = (email: string): string => sign({ sub: email, email }, 'x'.repeat(32))

/** An auth service that has these accounts, by their passwords. */
async function serving(test: TestContext, accounts: Map<string, string>): Promise<Target> {
  const answer = async (request: IncomingMessage): Promise<[number, object]> => {
    if (request.method === 'DELETE') {
      const token = (request.headers['authorization'] ?? '').split('.')[1] ?? ''
      const { email } = JSON.parse(Buffer.from(token, 'base64url').toString()) as { email: string }
      return accounts.delete(email) ? [204, {}] : [401, {}]
    }
    const { email, password } = JSON.parse(await text(request)) as Record<string, string>
    const isIn = password !== undefined && accounts.get(email ?? '') === password
    const session = {
      access_token: tokenOf(email ?? ''),
      refresh_token: 'r',
      token_type: 'Bearer',
      expires_in: 60,
    }
    return isIn ? [200, { ...session, user: { id: email, email, name: 'x' } }] : [401, { detail: 'no' }]
  }
  const server = createServer((request, response) => {
    void answer(request).then(([status, body]) =>
      response.writeHead(status).end(status === 204 ? '' : JSON.stringify(body)),
    )
  }).listen(0, '127.0.0.1')
  test.after(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const http = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const addresses = { STAGING_AUTH_URL: http, STAGING_BACKEND_URL: http, STAGING_FRONTEND_URL: http }
  return readTarget({ TEST_ENV: 'staging', ...addresses, STAGING_WEBSOCKET_URL: http.replace('http', 'ws') })
}

/** The reports of a run that was killed when it had asked for these. */
function killed(
  test: TestContext,
  target: Target,
  people: readonly { email: string; password?: string }[],
): string {
  const reports = mkdtempSync(join(tmpdir(), 'netra-test-'))
  test.after(() => rmSync(reports, { recursive: true }))
  const ledger = new AccountLedger({ id: 'r1', folder: reports, reports }, target, 'AUTH-1')
  for (const person of people)
    ledger.asked(ROUTES.register.name, {
      ...{ method: 'POST', url: target.addresses.auth, headers: {} },
      body: JSON.stringify(person),
    })
  return reports
}

const left = (reports: string): string[] => readdirSync(join(reports, '.accounts'))

describe('A sweep', () => {
  it('closes what is there, passes over what is not, and forgets its ledger', async (test) => {
    const accounts = new Map([[OURS, 'pw-1']])
    const target = await serving(test, accounts)
    const bram = 'bram-r1@people.netra.example'
    const reports = killed(test, target, [
      { email: OURS, password: 'wrong' },
      { email: OURS, password: 'pw-1' },
      { email: bram, password: 'pw-2' },
    ])
    // It was killed while it wrote.
    appendFileSync(join(reports, '.accounts', 'r1-AUTH-1.ndjson'), '{"email":"as')
    expect(await sweep(target, reports)).to.deep.equal({ removed: [OURS], gone: [bram], stays: [] })
    expect([accounts.size, left(reports)]).to.deep.equal([0, []])
  })

  it('touches nobody who is not named as ours, and says so', async (test) => {
    const accounts = new Map([['ada@company.example', 'pw-1']])
    const target = await serving(test, accounts)
    const reports = killed(test, target, [{ email: 'ada@company.example', password: 'pw-1' }])
    const { removed, stays } = await sweep(target, reports)
    expect([removed, stays]).to.deep.equal([[], ['ada@company.example: it is not named as ours']])
    expect([accounts.size, left(reports).length]).to.deep.equal([1, 1])
  })

  it('does not take it for nobody where she cannot be let in', async (test) => {
    const target = await serving(test, new Map())
    const reports = killed(test, target, [{ email: OURS }])
    expect((await sweep(target, reports)).stays.join()).to.match(/E2E_OAUTH_SIMULATION_KEY is not set/)
    const wrong = { ...target, simulationKey: 'not the key' }
    expect((await sweep(wrong, reports)).stays.join()).to.match(/it answered 401/)
  })

  it('leaves the ledgers of other targets alone, and is content where there are none', async (test) => {
    const target = await serving(test, new Map([[OURS, 'pw-1']]))
    const elsewhere = { ...target, addresses: { ...target.addresses, auth: 'http://other.example' } }
    const reports = killed(test, elsewhere, [{ email: OURS, password: 'pw-1' }])
    const { stays } = await sweep(target, reports)
    expect(stays).to.deep.equal(['run r1, AUTH-1: it is of http://other.example'])
    expect(existsSync(join(reports, '.accounts'))).to.equal(true)
    expect(await sweep(target, join(reports, 'none'))).to.deep.equal({ removed: [], gone: [], stays: [] })
  })

  it('says what stays, and why, where nobody answers', async (test) => {
    const target = await serving(test, new Map())
    const away = { ...target, addresses: { ...target.addresses, auth: 'http://127.0.0.1:1' } }
    const reports = killed(test, away, [{ email: OURS, password: 'pw-1' }])
    const { stays } = await sweep(away, reports, milliseconds(100))
    expect(stays.join()).to.match(/^asha-r1@.*: .*ECONNREFUSED/)
    expect(left(reports)).to.have.lengthOf(1)
  })
})
