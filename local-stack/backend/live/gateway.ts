import websocket from '@fastify/websocket'
import type { FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import { CONTRACT_LIMITS } from '#kit/contract-limits'
import { Refusal } from '#kit/refusal'
import type { WebService } from '#kit/web-service'
import type { Member } from '../identity.ts'
import type { BackendParts } from '../parts.ts'
import { LiveConnection, type ConnectionSettings } from './connection.ts'

export const MAX_MESSAGE_BYTES = CONTRACT_LIMITS.frameBytes
const SUBPROTOCOL = 'jwt-auth'

/** Opens the door for live connections. Whoever may not enter is refused before any frame. */
export async function addLiveGateway(
  app: WebService,
  parts: BackendParts,
  settings: ConnectionSettings,
): Promise<void> {
  const admitted = new WeakMap<FastifyRequest, Member>()
  await app.register(websocket, {
    options: {
      maxPayload: settings.maxMessageBytes,
      handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    },
    errorHandler: (error, socket) => {
      // What a client has done wrong has ended its line already.
      if (!isProtocolError(error)) console.error(`live connection: ${String(error)}`)
      socket.terminate()
    },
  })
  await app.register(async (scope) => {
    scope.addHook('preValidation', async (request) => {
      if (!parts.originRule(request.headers.origin)) throw new Refusal(403, 'FORBIDDEN', 'Foreign origin')
      const token = parts.liveTokenSource(request.headers, request.url)
      const member = token && (await parts.liveIdentity(token))
      if (!member) throw new Refusal(401, 'AUTH_FAILED', 'Invalid or expired token')
      admitted.set(request, member)
    })
    scope.get('/ws', { websocket: true }, (socket, request) => {
      const member = admitted.get(request)
      if (member) welcome(socket, member, parts, settings)
    })
  })
}

function isProtocolError(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('WS_ERR_')
}

function welcome(socket: WebSocket, member: Member, parts: BackendParts, settings: ConnectionSettings): void {
  const connection = new LiveConnection(socket, member, settings)
  if (!parts.fanOut.join(connection)) return connection.close(1008, 'too many connections')
  socket.once('close', () => parts.fanOut.leave(connection))
  let turn = Promise.resolve()
  socket.on('message', (data: Buffer, isBinary) => {
    const text = data.toString('utf8')
    // Frames of one connection are taken in the order they came.
    turn = turn.then(() => parts.frameHandler(connection, text, isBinary))
  })
  connection.greet()
}
