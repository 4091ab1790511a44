import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { sign } from 'jsonwebtoken'
import { ROUTES } from '#contract/routes'
import { readTarget } from '#target/settings'
import { exchange } from '#testing/exchange'
import { AccountLedger, forgetAccounts } from './account-ledger.ts'

const { register, deleteMe, providerCallback, me } = ROUTES
const EMAIL = 'asha-r1@people.netra.example'
const BODY = JSON.stringify({ email: EMAIL, password: 'pw-1', name: 'Asha' })
const TOKEN = sign({ sub: 'u-1', email: EMAIL }, 'x'.repeat(32))

const requestOf = (
  body: string,
  headers: Record<string, string> = {},
): Parameters<AccountLedger['asked']>[1] => ({
  ...{ method: 'POST', url: 'https://auth.example/auth/register' },
  ...{ body, headers },
})

/** A ledger, and the lines that stand in it after its head. */
function opened(test: TestContext) {
  const reports = mkdtempSync(join(tmpdir(), 'netra-test-'))
  test.after(() => rmSync(reports, { recursive: true }))
  const run = { id: 'r1', folder: reports, reports }
  const ledger = new AccountLedger(run, readTarget({}), 'AUTH-1')
  const path = join(reports, '.accounts', 'r1-AUTH-1.ndjson')
  const lines = (): unknown[] =>
    readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line): unknown => JSON.parse(line))
  return { run, ledger, path, lines }
}

describe('The ledger of accounts', () => {
  it('says of each what leads into it before it is opened, to nobody but its owner', (test) => {
    const { ledger, path, lines } = opened(test)
    ledger.asked(register.name, requestOf(BODY))
    ledger.asked(me.name, requestOf(BODY))
    expect(lines()).to.deep.equal([{ email: EMAIL, password: 'pw-1' }])
    expect(statSync(path).mode & 0o777).to.equal(0o600)
  })

  it('strikes off what was refused, and not an address that is taken', (test) => {
    const { ledger, lines } = opened(test)
    for (const status of [409, 500, 422])
      ledger.exchange(exchange({ route: register.name, request: requestOf(BODY), status }))
    expect(lines()).to.deep.equal([{ email: EMAIL, password: 'pw-1', isGone: true }])
  })

  it('knows who comes in by the provider, and who closes her account', (test) => {
    const { ledger, lines, path } = opened(test)
    const location = `https://app.example/auth/callback#access_token=${TOKEN}&refresh_token=x`
    ledger.exchange(exchange({ route: providerCallback.name, status: 302, headers: { location } }))
    ledger.close()
    expect(existsSync(path)).to.equal(true)
    const request = requestOf('', { authorization: `Bearer ${TOKEN}` })
    ledger.exchange(exchange({ route: deleteMe.name, request, status: 204 }))
    expect(lines()).to.deep.equal([
      { email: EMAIL, token: TOKEN },
      { email: EMAIL, isGone: true },
    ])
    ledger.close()
    expect(existsSync(path)).to.equal(false)
  })

  it('is forgotten with its scenario, and written no more', (test) => {
    const { run, ledger, path } = opened(test)
    forgetAccounts(run, 'AUTH-1')
    ledger.asked(register.name, requestOf(BODY))
    expect(existsSync(path)).to.equal(false)
  })
})
