import type { Thread } from '@netra/local-stack/backend/conversations/threads'
import type { Defect } from '#proof/defect'

const ALL = { limit: 1_000, offset: 0 }

export const defect: Defect = {
  wrong: 'A search finds whatever holds its words, in any order and any way apart',
  reference: 'Platform contract, 3: for what it says, as it stands; a full-text index',
  reddens: [{ check: 'ISO-4.renamed-everywhere', because: /in another order/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        list: async (userId, page, search = '') => {
          const words = search.split(' ').filter(Boolean)
          if (words.length < 2) return standard.list(userId, page, search)
          const lists = await Promise.all(words.map((word) => standard.list(userId, ALL, word)))
          const [first = [], ...others] = lists.map(({ threads }) => threads)
          const isIn = (list: readonly Thread[], { id }: Thread): boolean => list.some((one) => one.id === id)
          const found = first.filter((thread) => others.every((list) => isIn(list, thread)))
          return { threads: found.slice(page.offset, page.offset + page.limit), total: found.length }
        },
      }),
    },
  }),
}
