import { randomUUID } from 'node:crypto'
import { request } from 'undici'
import WebSocket from 'ws'
import type { Target } from '#target/settings'

/** What a crowd has cost whoever played it. */
export interface Cost {
  readonly people: number
  /** Of this thread, in milliseconds. */
  readonly cpuMs: number
}

/**
 * The way of ISO-5's crowd by hand: each registers, connects, asks, hears everything to the answer and reads back. It
 * checks nothing, keeps nothing and looks for nothing; nobody can do it for less with these two libraries.
 *
 * @throws {Error} whatever goes wrong
 */
export async function playBare(people: number, { addresses }: Target): Promise<Cost> {
  const before = process.threadCpuUsage()
  await Promise.all(Array.from({ length: people }, () => passBare(addresses)))
  const { user, system } = process.threadCpuUsage(before)
  return { people, cpuMs: (user + system) / 1000 }
}

async function passBare({ auth, backend, live }: Target['addresses']): Promise<void> {
  const email = `floor-${randomUUID()}@example.org`
  const session = await call(`${auth}/auth/register`, undefined, { email, password: randomUUID(), name: 'F' })
  const token = String(session['access_token'])
  const socket = new WebSocket(live, { headers: { authorization: `Bearer ${token}` } })
  await heard(socket, 'connection_established')
  const thread = String((await call(`${backend}/api/threads`, token, { title: 'A question' }))['id'])
  const content =
    'My workload "floor" makes 250,000 requests a month, each with 1,000 tokens in and 500 tokens out. The model costs $3 per million tokens in and $15 per million tokens out. What does it cost a month?'
  const payload = { content, thread_id: thread, client_message_id: randomUUID() }
  const answered = heard(socket, 'agent_completed', '"response"')
  socket.send(JSON.stringify({ type: 'user_message', payload }))
  await answered
  await call(`${backend}/api/threads/${thread}/messages`, token)
  socket.close()
}

/** Every frame is read, as by whoever wants to know what it is. */
function heard(socket: WebSocket, type: string, part = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      const frame = JSON.parse(text) as { type: string }
      if (frame.type === type && text.includes(part)) resolve()
    })
  })
}

async function call(
  url: string,
  token: string | undefined,
  body?: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const { statusCode, body: answer } = await request(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const told = (await answer.json()) as Record<string, unknown>
  if (statusCode >= 400) throw new Error(`${url} answered ${statusCode}: ${JSON.stringify(told)}`)
  return told
}
