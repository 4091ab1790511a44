import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Database } from './database.ts'
import { openDoor, type Door } from './door.ts'
import { addHealthRoute } from './health.ts'
import { createWebService } from './web-service.ts'

describe('The health of a service', () => {
  let door: Door
  let isThere = true
  const asked = (): Promise<unknown[]> =>
    isThere ? Promise.resolve([]) : Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432'))
  before(async () => {
    door = await openDoor()
    const app = await createWebService({ door, bodyLimit: 1024, describeFault: () => ({}) })
    addHealthRoute(app, { service: 'auth-service', environment: 'local' }, asked as unknown as Database)
    await app.ready()
  })
  after(() => door.close())

  async function health(): Promise<{ status: number; said: Record<string, unknown> }> {
    const answer = await fetch(`${door.url}/health`)
    return { status: answer.status, said: (await answer.json()) as Record<string, unknown> }
  }

  it('is told as the contract says while its database answers', async () => {
    const { status, said } = await health()
    assert.equal(status, 200)
    assert.equal(said['database_status'], 'connected')
    assert.equal(said['status'], 'healthy')
  })

  it('is 503 without its database, with a reason and nothing of the inside, and is well again with it', async () => {
    isThere = false
    const { status, said } = await health()
    assert.equal(status, 503)
    assert.equal(said['status'], 'unhealthy')
    assert.match(String(said['reason']), /\w/)
    assert.doesNotMatch(JSON.stringify(said), /10\.0\.0\.7|ECONNREFUSED/)
    isThere = true
    assert.equal((await health()).status, 200)
  })
})
