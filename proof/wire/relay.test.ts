import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type IncomingMessage, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { WebSocket, WebSocketServer } from 'ws'
import { openRelay, type Relay } from './relay.ts'
import type { Saboteur } from './saboteur.ts'

const open: { close(): unknown }[] = []

/** A platform of one route and one line that repeats what it hears. */
function startPlatform(): Server {
  const server = createServer((request, response) => {
    if (request.url === '/broken') return request.socket.destroy()
    const headers = { 'content-type': 'text/plain', 'x-request-id': request.headers['x-request-id'] ?? '' }
    return response.writeHead(404, headers).end(`${request.method} ${request.url}`)
  })
  const lines = new WebSocketServer({ noServer: true, maxPayload: 1024 })
  server.on('upgrade', (request, socket, head) => {
    if (request.headers.authorization === undefined) return socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
    return lines.handleUpgrade(request, socket, head, (line) => {
      line.send('welcome')
      line.on('error', () => undefined)
      line.on('message', (data, isBinary) => line.send(data, { binary: isBinary }))
    })
  })
  return server.listen(0, '127.0.0.1')
}

describe('A relay between a client and the platform', () => {
  let target = ''
  before(async () => {
    const platform = startPlatform()
    open.push(platform)
    await once(platform, 'listening')
    target = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`
  })
  after(() => Promise.all(open.map((thing) => thing.close())))

  async function relayTo(saboteur?: Saboteur): Promise<Relay> {
    const relay = await openRelay('backend', target, saboteur)
    open.unshift(relay)
    return relay
  }

  /** Resolves with the line and its first frames. */
  async function lineThrough({ url }: Relay): Promise<{ line: WebSocket; heard: string[] }> {
    const heard: string[] = []
    const line = new WebSocket(url.replace('http', 'ws'), { headers: { authorization: 'Bearer x' } })
    line.on('error', () => undefined)
    line.on('message', (data: Buffer) => heard.push(data.toString()))
    await Promise.race([once(line, 'message'), once(line, 'close')])
    return { line, heard }
  }

  async function answerTo(line: WebSocket, words: string): Promise<string> {
    line.send(words)
    const [data] = (await once(line, 'message')) as [Buffer]
    return data.toString()
  }

  it('passes calls on as they are, and their answers', async () => {
    const { url } = await relayTo()
    const answer = await fetch(`${url}/a?b=c`, { headers: { 'x-request-id': 'me' } })
    assert.deepEqual([answer.status, answer.headers.get('x-request-id')], [404, 'me'])
    assert.equal(await answer.text(), 'GET /a?b=c')
    await assert.rejects(fetch(`${url}/broken`))
  })

  it('passes lines on as they are: frames both ways, refusals, and how they end', async () => {
    const relay = await relayTo()
    const { line } = await lineThrough(relay)
    assert.equal(await answerTo(line, 'hello'), 'hello')
    line.send('x'.repeat(2000))
    assert.equal(((await once(line, 'close')) as [number])[0], 1009)
    const refused = new WebSocket(relay.url.replace('http', 'ws'))
    refused.on('error', () => undefined)
    const [, response] = (await once(refused, 'unexpected-response')) as [unknown, { statusCode: number }]
    assert.equal(response.statusCode, 401)
  })

  it('answers in place of the platform, and says with a refused line what it says with a call', async () => {
    const busy = { status: 429, headers: { 'retry-after': '2' }, body: 'later' }
    const { url } = await relayTo({ instead: () => busy })
    const answer = await fetch(`${url}/a`)
    const refused = new WebSocket(url.replace('http', 'ws'))
    refused.on('error', () => undefined)
    const [, { statusCode, headers }] = (await once(refused, 'unexpected-response')) as [
      unknown,
      IncomingMessage,
    ]
    for (const told of [
      [answer.status, answer.headers.get('retry-after')],
      [statusCode, headers['retry-after']],
    ])
      assert.deepEqual(told, [429, '2'])
  })

  it('cuts a line off so that neither end hears a word of it', async () => {
    const relay = await relayTo()
    const { line } = await lineThrough(relay)
    for (const passing of relay.lines) passing.cut()
    assert.equal(((await once(line, 'close')) as [number])[0], 1006)
  })

  it('lets a line fall silent while both ends believe in it', async () => {
    const relay = await relayTo()
    const { line, heard } = await lineThrough(relay)
    for (const passing of relay.lines) passing.silence()
    line.send('is anybody there')
    const other = await lineThrough(relay)
    assert.equal(await answerTo(other.line, 'fence'), 'fence')
    assert.deepEqual([heard, line.readyState], [['welcome'], WebSocket.OPEN])
  })

  it('does what the saboteur says with answers, frames and connections', async () => {
    const relay = await relayTo({
      fate: ({ path }) => (path === '/reset' ? 'reset' : path === '/hung' ? 'hung' : 'passed'),
      answer: (answer) => ({ ...answer, status: 200, body: 'otherwise' }),
      hear: (frame, _line, others) => {
        for (const other of others) other.tell(`overheard ${frame}`)
        return frame === 'welcome' ? [] : [frame, frame]
      },
    })
    const answer = await fetch(`${relay.url}/a`)
    assert.deepEqual([answer.status, await answer.text()], [200, 'otherwise'])
    await assert.rejects(fetch(`${relay.url}/reset`))
    const impatient = fetch(`${relay.url}/hung`, { signal: AbortSignal.timeout(100) })
    await assert.rejects(impatient, { name: 'TimeoutError' })
  })
})
