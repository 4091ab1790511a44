import { randomUUID } from 'node:crypto'
import type { Database } from '#kit/database'

/** A conversation of one person. */
export interface Thread {
  readonly id: string
  readonly userId: string
  readonly title: string
  readonly metadata: Readonly<Record<string, unknown>>
  readonly messageCount: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface Page {
  readonly limit: number
  readonly offset: number
}

/** Where conversations are kept. */
export interface Threads {
  create(userId: string, title: string, metadata: object): Promise<Thread>
  byId(id: string): Promise<Thread | undefined>
  /** Newest first; `search` looks into titles and messages. */
  list(userId: string, page: Page, search?: string): Promise<{ threads: Thread[]; total: number }>
  rename(id: string, title: string): Promise<void>
  remove(id: string): Promise<void>
  removeAllOf(userId: string): Promise<void>
}

export function createThreads(sql: Database): Threads {
  const columns = sql`threads.*,
    (select count(*)::int from messages where messages.thread_id = threads.id) as message_count`
  const matching = (search: string | undefined): ReturnType<Database> => {
    if (!search) return sql`true`
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    // Letters of every alphabet have two cases, whatever the locale of the database.
    return sql`(title collate pg_c_utf8 ilike ${pattern} or exists (
      select from messages where messages.thread_id = threads.id and content collate pg_c_utf8 ilike ${pattern}))`
  }
  return {
    create: async (userId, title, metadata) => {
      const row = { id: `thread_${randomUUID()}`, userId, title, metadata: sql.json(metadata as never) }
      const [thread] = await sql<[Thread]>`insert into threads ${sql(row)} returning *, 0 as message_count`
      return thread
    },
    byId: async (id) => {
      const [thread] = await sql<Thread[]>`select ${columns} from threads where id = ${id}`
      return thread
    },
    list: async (userId, { limit, offset }, search) => {
      const own = sql`user_id = ${userId} and ${matching(search)}`
      const [{ total }] = await sql<
        [{ total: number }]
      >`select count(*)::int as total from threads where ${own}`
      const threads = await sql<Thread[]>`select ${columns} from threads where ${own}
        order by created_at desc, id limit ${limit} offset ${offset}`
      return { threads: [...threads], total }
    },
    rename: async (id, title) => {
      await sql`update threads set title = ${title}, updated_at = now() where id = ${id}`
    },
    remove: async (id) => {
      await sql`delete from threads where id = ${id}`
    },
    removeAllOf: async (userId) => {
      await sql`delete from threads where user_id = ${userId}`
    },
  }
}
