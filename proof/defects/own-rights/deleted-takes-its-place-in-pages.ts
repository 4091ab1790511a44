import type { Thread } from '@netra/local-stack/backend/conversations/threads'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'A deleted conversation is not shown, and takes its place in the pages of the list all the same: they are short',
  reference:
    'Platform contract, 3: a list, a page, a total and a count agree with each other and with what was done',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'CHAT-4',
      breaks: ['backend.agrees'],
      because: /are \d+, of which this page has 1, and 0 stand on it/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const gone = new Map<string, Thread>()
    return {
      backend: {
        threads: (_kit, standard) => ({
          ...standard,
          remove: async (id) => {
            const thread = await standard.byId(id)
            if (thread) gone.set(id, thread)
            await standard.remove(id)
          },
          list: async (userId, page, search) => {
            if (search) return standard.list(userId, page, search)
            const { threads, total } = await standard.list(userId, { limit: 1_000, offset: 0 })
            const places = [...threads, ...[...gone.values()].filter((thread) => thread.userId === userId)]
            places.sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
            const shown = places.slice(page.offset, page.offset + page.limit)
            return { threads: shown.filter(({ id }) => !gone.has(id)), total }
          },
        }),
      },
    }
  },
}
