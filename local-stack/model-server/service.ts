import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import { bearerToken, sameSecret } from '#kit/bearer'
import type { Door } from '#kit/door'
import { Refusal } from '#kit/refusal'
import type { RunningService } from '#kit/running-service'
import { createWebService } from '#kit/web-service'
import { think } from './mind.ts'
import { ChatRequest, toDocument, toPieces } from './protocol.ts'

/** Everything the model server has to be told. */
export interface ModelServerConfig {
  readonly apiKey: string
  /** Milliseconds between the pieces of a streamed reply. */
  readonly pieceDelay: number
}

/** A deterministic stand-in for a language model, behind the OpenAI-compatible protocol. */
export async function startModelServer(door: Door, config: ModelServerConfig): Promise<RunningService> {
  const app = await createWebService({
    door,
    bodyLimit: 1024 * 1024,
    describeFault: ({ message, code }) => ({ error: { message, type: 'invalid_request_error', code } }),
  })
  app.get('/health', () => ({ status: 'healthy', service: 'model-server' }))
  app.post('/v1/chat/completions', { schema: { body: ChatRequest } }, async ({ body, headers }, reply) => {
    if (!sameSecret(bearerToken(headers), config.apiKey))
      throw new Refusal(401, 'invalid_api_key', 'Wrong key')
    const created = Math.floor(Date.now() / 1000)
    const envelope = { id: fingerprint(body), created, model: body.model }
    const answer = think(body)
    if (!body.stream) return toDocument(envelope, answer)
    return stream(reply, toPieces(envelope, answer), config.pieceDelay)
  })
  await app.ready()
  return {
    url: door.url,
    stop: async () => {
      await app.close()
      await door.close()
    },
  }
}

/** Server-sent events, as slowly as a model writes. */
async function stream(reply: FastifyReply, pieces: Iterable<object>, delay: number): Promise<FastifyReply> {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  for (const piece of pieces) {
    if (reply.raw.destroyed) return reply
    reply.raw.write(`data: ${JSON.stringify(piece)}\n\n`)
    await pause(delay)
  }
  reply.raw.end('data: [DONE]\n\n')
  return reply
}

function fingerprint(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)
}
