import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { hostService } from './hosting.ts'
import { loadService } from './starters.ts'
import { SERVICE_NAMES } from './stack-config.ts'

const CONFIG = { apiKey: 'a-key', pieceDelay: 0 }

/** How a model server answers whoever has no key, or nobody. */
function knock(url: string): Promise<number | 'nobody'> {
  return fetch(`${url}/v1/models`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status,
    () => 'nobody',
  )
}

describe('A service in the process of the stack', () => {
  it('has an address before it is told anything, answers once it is, and is gone when it is stopped', async () => {
    const service = hostService('model-server', 0)
    const url = await service.url
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/)
    await service.configure(CONFIG)
    assert.equal(typeof (await knock(url)), 'number')
    await service.stop()
    assert.equal(await knock(url), 'nobody')
  })

  it('lets go of its address when it is stopped before it was started', async () => {
    const service = hostService('model-server', 0)
    const url = await service.url
    await service.stop()
    assert.equal(await knock(url), 'nobody')
  })

  it('says whose port is taken, and can still be stopped', async (test) => {
    const server = createServer().listen(0, '127.0.0.1')
    test.after(() => server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const service = hostService('model-server', port)
    await assert.rejects(service.url, { code: 'PORT_TAKEN' })
    await assert.rejects(service.configure(CONFIG), { code: 'PORT_TAKEN' })
    await service.stop()
  })

  it('lets go of its address when it could not be started', async () => {
    const service = hostService('auth-service', 0)
    const url = await service.url
    await assert.rejects(
      service.configure({ databaseUrl: 'postgres://nobody:none@127.0.0.1:1/none' } as never),
    )
    await service.stop()
    assert.equal(await knock(url), 'nobody')
  })
})

describe('The code of a service', () => {
  for (const name of SERVICE_NAMES) {
    it(`can be read before it is started: ${name}`, async () => {
      assert.equal(typeof (await loadService(name)), 'function')
    })
  }
})
