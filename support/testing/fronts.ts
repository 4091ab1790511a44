import { createServer as createPlain, request, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/** Something that stands in front of a service, or in its place. */
export interface Front {
  readonly port: number
  /** Who was asked for, in order. */
  readonly asked: readonly string[]
  close(): void
}

/** A key and what vouches for it, as PEM. */
export interface KeyPair {
  readonly key: string
  readonly cert: string
}

/** Hands everything on to a service, upgrades too. @param credentials with which it is secured */
export function openSecureFront(service: string, credentials: KeyPair): Promise<Front> {
  const { port } = new URL(service)
  const server = createSecure(credentials, (received, response) => {
    const { method, url: path, headers } = received
    const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.once('error', () => response.destroy())
    received.pipe(onward)
  })
  server.on('upgrade', (received: IncomingMessage, socket: Duplex) => {
    const lines = [`${received.method} ${received.url} HTTP/1.1`]
    for (let at = 0; at < received.rawHeaders.length; at += 2)
      lines.push(`${received.rawHeaders[at]}: ${received.rawHeaders[at + 1]}`)
    join(socket, Number(port), `${lines.join('\r\n')}\r\n\r\n`)
  })
  return open(server)
}

/** A proxy as companies have them: it lets through whatever is asked for, and leads it to this machine. */
export function openProxy(): Promise<Front> {
  const asked: string[] = []
  const server = createPlain((_received, response) => response.writeHead(403).end())
  server.on('connect', ({ url = '' }: IncomingMessage, socket: Duplex) => {
    asked.push(url)
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    join(socket, Number(url.split(':')[1]), '')
  })
  return open(server, asked)
}

/** Answers everything in one way. */
export function openStranger(status: number, type: string, body: string): Promise<Front> {
  const server = createPlain((_received, response) =>
    response.writeHead(status, { 'content-type': type }).end(body),
  )
  server.on('upgrade', (_received: IncomingMessage, socket: Duplex) => {
    socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`)
  })
  return open(server)
}

function join(socket: Duplex, port: number, first: string): void {
  const onward = connect(port, '127.0.0.1', () => {
    onward.write(first)
    socket.pipe(onward).pipe(socket)
  })
  for (const end of [socket, onward]) end.on('error', () => (socket.destroy(), onward.destroy()))
}

function open(server: Server, asked: readonly string[] = []): Promise<Front> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      const close = (): void => {
        server.close()
        server.closeAllConnections()
      }
      resolve({ port, asked, close })
    })
  })
}
