import { z } from 'zod'
import { CONTRACT_LIMITS } from '#kit/contract-limits'
import type { WebService } from '#kit/web-service'
import type { Thread } from '../conversations/threads.ts'
import type { Message } from '../conversations/messages.ts'
import type { BackendParts } from '../parts.ts'
import type { WhoAsks } from './members-only.ts'

const { messageLength, pageSize } = CONTRACT_LIMITS
const Title = z.string().min(1).max(200)
const NewThread = z.object({
  title: Title.optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
})
const Rename = z.object({ title: Title })
const Id = z.object({ id: z.string() })
const Paging = z.object({
  limit: z.coerce.number().int().min(pageSize.min).max(pageSize.max).optional(),
  offset: z.coerce.number().int().min(0).optional(),
})
const Listing = Paging.extend({ q: z.string().max(200).optional() })
const NewMessage = z.object({
  content: z.string().min(messageLength.min).max(messageLength.max),
  client_message_id: z.string().min(1).max(200).optional(),
})

/** Conversations: making, finding, renaming and removing them. */
export function addThreadRoutes(scope: WebService, parts: BackendParts, who: WhoAsks): void {
  const { threads, ownership } = parts

  scope.post('/api/threads', { schema: { body: NewThread } }, async (request) => {
    const { title = 'New conversation', metadata = {} } = request.body
    return describeThread(await threads.create(who(request).userId, title, metadata))
  })

  scope.get('/api/threads', { schema: { querystring: Listing } }, async (request) => {
    const { limit = 20, offset = 0, q } = request.query
    const page = { limit, offset }
    const { threads: found, total } = await threads.list(who(request).userId, page, q)
    return { threads: found.map(describeThread), total, ...page }
  })

  scope.get('/api/threads/:id', { schema: { params: Id } }, async (request) =>
    describeThread(await ownership.thread(who(request).userId, request.params.id, 'read-thread')),
  )

  scope.put('/api/threads/:id', { schema: { params: Id, body: Rename } }, async (request) => {
    const { id } = await ownership.thread(who(request).userId, request.params.id, 'rename-thread')
    await threads.rename(id, request.body.title)
    // It may have been deleted meanwhile.
    return describeThread(await ownership.thread(who(request).userId, id, 'rename-thread'))
  })

  scope.delete('/api/threads/:id', { schema: { params: Id } }, async (request) => {
    const { id } = await ownership.thread(who(request).userId, request.params.id, 'delete-thread')
    await parts.runEngine.stopThread(id)
    await threads.remove(id)
    return { id, object: 'thread', deleted: true }
  })
}

/** What is said in a conversation. */
export function addMessageRoutes(scope: WebService, parts: BackendParts, who: WhoAsks): void {
  const { messages, ownership, questions } = parts
  const path = '/api/threads/:id/messages'

  scope.get(path, { schema: { params: Id, querystring: Paging } }, async (request) => {
    const { id } = await ownership.thread(who(request).userId, request.params.id, 'read-thread')
    const { limit = 50, offset = 0 } = request.query
    const { messages: found, total } = await messages.list(id, { limit, offset })
    return { messages: found.map(describeMessage), thread_id: id, total, limit, offset }
  })

  scope.post(path, { schema: { params: Id, body: NewMessage } }, async (request, reply) => {
    const { content, client_message_id: clientMessageId } = request.body
    const { userId } = who(request)
    const question = { userId, threadId: request.params.id, content, clientMessageId }
    const { messageId, runId, threadId, begin } = await questions.accept(question)
    await reply.code(202).send({ message_id: messageId, run_id: runId, thread_id: threadId })
    begin()
    return reply
  })
}

function describeThread({ id, title, metadata, messageCount, createdAt, updatedAt }: Thread): object {
  return {
    id,
    object: 'thread',
    title,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    metadata,
    message_count: messageCount,
  }
}

function describeMessage({ id, role, content, createdAt, runId, metadata }: Message): object {
  return { id, role, content, created_at: createdAt.toISOString(), run_id: runId, metadata }
}
