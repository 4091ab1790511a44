import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openDatabase } from '#kit/database'
import { openDoor } from '#kit/door'
import type { RunningService } from '#kit/running-service'
import { openStackDatabase, type StackDatabase } from '#postgres/server'
import { startAuthService, type AuthConfig } from './service.ts'

const KEY = 'the-key-of-those-who-test-this-stack'
const HOUR = 60 * 60
const PERSON = { email: 'asha@netra.test', password: 'a long enough password', name: 'Asha' }

describe('The auth service in another configuration', () => {
  let database: StackDatabase
  let running: RunningService[] = []
  before(async () => void (database = await openStackDatabase(process.env['DATABASE_URL'])))
  after(async () => {
    await Promise.all(running.map((service) => service.stop()))
    await database.drop()
  })

  async function start(changes: Partial<AuthConfig>): Promise<string> {
    const door = await openDoor()
    const config: AuthConfig = {
      environment: 'local',
      databaseUrl: database.url,
      authUrl: door.url,
      backendUrl: 'http://127.0.0.1:9',
      frontendUrl: 'http://127.0.0.1:9',
      providerUrl: 'http://127.0.0.1:9',
      providerClientId: 'netra',
      providerClientSecret: 'a secret',
      signingSecret: 'a secret with which tokens are signed here',
      simulationKey: KEY,
      serviceSecret: 'another secret',
      lifetimes: { accessSeconds: HOUR, refreshSeconds: 2 * HOUR },
      ...changes,
    }
    running = [...running, await startAuthService(door, config)]
    return door.url
  }

  for (const [environment, status] of Object.entries({
    local: 200,
    staging: 200,
    production: 404,
    test: 404,
  })) {
    it(`answers ${status} at the side door in ${environment}`, async () => {
      const answer = await visit(await start({ environment }), `${environment}@netra.test`)
      assert.equal(answer.status, status)
    })
  }

  it('says 503 when no provider is configured', async () => {
    const url = await start({ providerClientSecret: '' })
    const answer = await fetch(`${url}/auth/login?provider=google`, { redirect: 'manual' })
    assert.equal(answer.status, 503)
  })

  it('gives tokens that live as long as it is told', async () => {
    const url = await start({ lifetimes: { accessSeconds: 61, refreshSeconds: 3_601 } })
    const { access_token, refresh_token, expires_in } = (await (await visit(url, 'a@netra.test')).json()) as {
      access_token: string
      refresh_token: string
      expires_in: number
    }
    assert.deepEqual([lifeOf(access_token), lifeOf(refresh_token), expires_in], [61, 3_601, 61])
  })

  it('keeps a password with argon2id, and nowhere as it is', async () => {
    const url = await start({})
    const answer = await post(`${url}/auth/register`, PERSON)
    assert.equal(answer.status, 200)
    const sql = await openDatabase(database.url, 'auth')
    const rows = await sql`select * from accounts where email = ${PERSON.email}`
    await sql.end()
    assert.match(String(rows[0]?.['passwordHash']), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(PERSON.password))
  })
})

function visit(url: string, email: string): Promise<Response> {
  return post(`${url}/auth/e2e/test-auth`, { email }, { 'x-e2e-bypass-key': KEY })
}

function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const json = { 'content-type': 'application/json', ...headers }
  return fetch(url, { method: 'POST', headers: json, body: JSON.stringify(body) })
}

/** In seconds. */
function lifeOf(token: string): number {
  const [, claims = ''] = token.split('.')
  const { iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iat: number; exp: number }
  return exp - iat
}
