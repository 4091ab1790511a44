import { randomUUID } from 'node:crypto'
import type { Database } from '#kit/database'
import type { Page } from './threads.ts'

/** One thing said in a conversation. */
export interface Message {
  readonly id: string
  readonly threadId: string
  readonly role: 'user' | 'assistant'
  readonly content: string
  readonly runId: string | null
  readonly metadata: Readonly<Record<string, unknown>>
  readonly createdAt: Date
}

export interface NewMessage {
  readonly threadId: string
  readonly userId: string
  readonly role: Message['role']
  readonly content: string
  readonly runId: string
  readonly clientMessageId?: string | undefined
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** Where messages are kept. */
export interface Messages {
  /** Undefined when this person has already sent a message of that `clientMessageId`. */
  add(message: NewMessage, transaction?: Database): Promise<Message | undefined>
  byClientId(userId: string, clientMessageId: string): Promise<Message | undefined>
  /** In the order they were said. */
  list(threadId: string, page: Page): Promise<{ messages: Message[]; total: number }>
}

export function createMessages(sql: Database): Messages {
  return {
    add: async ({ clientMessageId = null, metadata = {}, ...message }, tx = sql) => {
      const id = `msg_${randomUUID()}`
      const row = { id, ...message, clientMessageId, metadata: tx.json(metadata as never) }
      const [added] = await tx<Message[]>`
        insert into messages ${tx(row)} on conflict (user_id, client_message_id) do nothing returning *`
      return added
    },
    byClientId: async (userId, clientMessageId) => {
      const [message] = await sql<Message[]>`
        select * from messages where user_id = ${userId} and client_message_id = ${clientMessageId}`
      return message
    },
    list: async (threadId, { limit, offset }) => {
      const [{ total }] = await sql<[{ total: number }]>`
        select count(*)::int as total from messages where thread_id = ${threadId}`
      const messages = await sql<Message[]>`
        select * from messages where thread_id = ${threadId}
        order by position limit ${limit} offset ${offset}`
      return { messages: [...messages], total }
    },
  }
}
