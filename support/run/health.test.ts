import { createServer, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { readTarget, type Target } from '#target/settings'
import { seconds } from '#waiting/duration'
import { examine } from './health.ts'

interface Said {
  readonly status: number
  readonly headers?: OutgoingHttpHeaders
}

/** Services behind one edge. @param edge answers in their place, by how often it was asked */
async function behind(
  test: TestContext,
  edge: (asked: number) => Said | undefined,
): Promise<{ target: Target; asked: () => number }> {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    const { status, headers: told = {} } = edge(asked) ?? { status: 200 }
    const names = 'auth backend frontend'
    const body = status === 200 ? JSON.stringify({ status: 'healthy', service: names }) : '<html></html>'
    response.writeHead(status, told).end(body)
  }).listen(0, '127.0.0.1')
  test.after(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const at = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const http = `http://${at}`
  const addresses = { STAGING_AUTH_URL: http, STAGING_BACKEND_URL: http, STAGING_FRONTEND_URL: http }
  const environment = { TEST_ENV: 'staging', ...addresses, STAGING_WEBSOCKET_URL: `ws://${at}/ws` }
  return { target: { ...readTarget(environment), wakeUp: seconds(3) }, asked: () => asked }
}

const tooMany = (after: string): Said => ({ status: 429, headers: { 'retry-after': after } })

describe('An edge that asks the health check to come again', () => {
  it('is left alone for as long as it says', async (test) => {
    const { target, asked } = await behind(test, (count) => (count <= 3 ? tooMany('1') : undefined))
    const health = await examine(target, () => undefined)
    expect(health.healthy).to.equal(true)
    expect(asked()).to.equal(6)
  })

  it('is not waited for where that is longer than the patience with the target', async (test) => {
    const { target, asked } = await behind(test, () => tooMany('600'))
    const health = await examine(target, () => undefined)
    expect(asked()).to.equal(3)
    expect(health.services.map(({ state }) => state)).to.deep.equal(Array(3).fill('unhealthy'))
    expect(health.services[0]?.answer).to.match(/^it answered 429/)
  })
})
