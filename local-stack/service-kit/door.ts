import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A listening loopback socket that a service moves into once it knows its neighbours' addresses. */
export interface Door {
  readonly url: string
  readonly server: Server
  close(): Promise<void>
}

/** The port that was asked for belongs to somebody else. */
export class PortTaken extends Error {
  readonly code = 'PORT_TAKEN'

  constructor(port: number) {
    super(`port ${port} is taken: free it, choose another one, or leave the option out to get a free one`)
  }
}

const KEEP_ALIVE_MS = 60_000

/** Listens on 127.0.0.1; port 0 takes a free one. @throws {PortTaken} */
export async function openDoor(port = 0): Promise<Door> {
  // A client may use a connection again at the very moment when it is given up here: the longer, the rarer.
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, server, close: () => closeServer(server) }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
