import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer, type RawData } from 'ws'
import { InOrder } from './in-order.ts'
import type { RelayedAnswer, RelayedLine, Saboteur } from './saboteur.ts'

/** What can happen to a line on its way, apart from what is said on it. */
export interface LineFaults {
  /** Both ends lose it without a word, as when a cable is pulled out. */
  cut(): void
  /** Nothing passes any more, either way; both ends go on believing in it. */
  silence(): void
}

export type PassingLine = RelayedLine & LineFaults

const ABNORMAL = [1005, 1006]

/** Passes live lines on, one frame at a time. */
export class LineRelay {
  readonly lines = new Set<PassingLine>()
  readonly #target: string
  readonly #saboteur: Saboteur
  readonly #door = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    handleProtocols: (_offered, { headers }) => String(headers['x-relay-protocol'] ?? ''),
  })
  #opened = 0

  /** @param target `ws://…`, without a path */
  constructor(target: string, saboteur: Saboteur) {
    this.#target = target
    this.#saboteur = saboteur
  }

  /** Takes a client's wish for a line to the platform, and its answer back. */
  pass(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { authorization, origin, 'sec-websocket-protocol': offered } = request.headers
    const protocols = offered?.split(',').map((protocol) => protocol.trim()) ?? []
    const headers = { ...(authorization ? { authorization } : {}), ...(origin ? { origin } : {}) }
    const upstream = new WebSocket(this.#target + (request.url ?? ''), protocols, { headers })
    const early: [RawData, boolean][] = []
    const keep = (data: RawData, isBinary: boolean): void => void early.push([data, isBinary])
    upstream.on('message', keep)
    upstream.on('error', () => socket.destroy())
    upstream.on('unexpected-response', (_request, { statusCode = 502 }) => {
      const last = this.#saboteur.refuse?.(statusCode)
      if (!last) return refuse(socket, statusCode)
      request.headers['x-relay-protocol'] = protocols[0] ?? ''
      this.#door.handleUpgrade(request, socket, head, (client) => {
        client.send(last.frame)
        client.close(last.code)
      })
    })
    upstream.once('open', () => {
      request.headers['x-relay-protocol'] = upstream.protocol
      this.#door.handleUpgrade(request, socket, head, (client) => {
        upstream.off('message', keep)
        this.#join(client, upstream, socket, early)
      })
    })
  }

  close(): void {
    for (const line of this.lines) line.cut()
  }

  #join(client: WebSocket, upstream: WebSocket, socket: Duplex, early: [RawData, boolean][]): void {
    let isSilent = false
    const later = new InOrder(this.#saboteur.lag)
    const line: PassingLine = {
      number: (this.#opened += 1),
      tell: (frame) => isSilent || client.send(frame),
      hangUp: (code) => client.close(code),
      silence: () => void (isSilent = true),
      cut: () => {
        socket.destroy()
        upstream.terminate()
      },
    }
    this.lines.add(line)
    const hear = (data: RawData, isBinary: boolean): void => {
      if (isSilent) return
      const frame = (data as Buffer).toString('utf8')
      const others = [...this.lines].filter((other) => other !== line)
      const heard = isBinary ? [data] : (this.#saboteur.hear?.(frame, line, others) ?? [frame])
      for (const told of heard) later.do(() => client.send(told as string))
    }
    for (const [data, isBinary] of early) hear(data, isBinary)
    upstream.on('message', hear)
    client.on('message', (data, isBinary) => {
      if (isSilent) return
      const said = isBinary ? undefined : this.#saboteur.say?.((data as Buffer).toString('utf8'), line)
      if (said) for (const frame of said) upstream.send(frame)
      else upstream.send(data, { binary: isBinary })
    })
    client.on('error', () => undefined)
    client.once('close', (code, reason) => {
      this.lines.delete(line)
      end(upstream, code, reason)
    })
    upstream.once('close', (code, text) => {
      const ended = this.#saboteur.end?.(code, text.toString()) ?? { code, reason: text }
      if (!isSilent) later.do(() => end(client, ended.code, ended.reason))
    })
  }
}

/** What one end says at its end, the other end hears. */
function end(other: WebSocket, code: number, reason: Buffer | string): void {
  if (ABNORMAL.includes(code)) other.terminate()
  else if (other.readyState === WebSocket.OPEN) other.close(code, reason)
}

/** Answers a wish for a line with a status and these headers, and nothing else. */
export function refuse(socket: Duplex, status: number, headers: RelayedAnswer['headers'] = {}): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${[value].flat().join(', ')}\r\n`)
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n${lines.join('')}\r\n`)
}
