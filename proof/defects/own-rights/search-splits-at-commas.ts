import type { Defect } from '#proof/defect'
import type { Thread } from '@netra/local-stack/backend/conversations/threads'

export const defect: Defect = {
  wrong: 'A search takes what stands between commas as words of which any will do: 1,234 finds what says 234',
  reference:
    'Platform contract, 3: q looks into titles and messages for what it says, as it stands but for letter case',
  reddens: [{ check: 'ISO-4.lists-betray-nothing', because: /q user.*,no/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        list: async (userId, page, search = '') => {
          const words = search.split(',').filter((word) => word.trim() !== '')
          if (words.length < 2) return standard.list(userId, page, search)
          const found = new Map<string, Thread>()
          for (const word of words) {
            const { threads } = await standard.list(userId, { limit: 1_000, offset: 0 }, word.trim())
            for (const thread of threads) found.set(thread.id, thread)
          }
          const all = [...found.values()].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
          return { threads: all.slice(page.offset, page.offset + page.limit), total: all.length }
        },
      }),
    },
  }),
}
