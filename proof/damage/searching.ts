import type { Message } from '@netra/local-stack/backend/conversations/messages'
import type { Thread } from '@netra/local-stack/backend/conversations/threads'
import type { Damage } from '#proof/defect'

const ALL = { limit: 1_000, offset: 0 }

/** A search that finds less than it should. @param isFound by what was said in a conversation, in order */
export function findingLess(
  isFound: (search: string, thread: Thread, said: readonly Message[]) => boolean,
): Damage {
  return {
    backend: {
      threads: ({ messages }, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          if (!search) return standard.list(userId, page, search)
          const found: Thread[] = []
          for (const thread of (await standard.list(userId, ALL, search)).threads) {
            const said = (await messages.list(thread.id, ALL)).messages
            if (isFound(search, thread, said)) found.push(thread)
          }
          return { threads: found.slice(page.offset, page.offset + page.limit), total: found.length }
        },
      }),
    },
  }
}
