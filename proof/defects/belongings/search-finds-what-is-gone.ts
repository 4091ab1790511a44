import type { Thread } from '@netra/local-stack/backend/conversations/threads'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A search still finds what was deleted, by its title',
  reference: 'Platform contract, 3: q looks into titles and messages; CWE-212',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['threads.list.search'],
      because: /conversations found by ".* linnet" hold thread_.* no more/,
      inside: 'ISO-4',
    },
    { check: 'ISO-4.deleted-is-gone', because: /found by its name: / },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const gone: Thread[] = []
    return {
      backend: {
        threads: (_kit, standard) => ({
          ...standard,
          remove: async (id) => {
            const thread = await standard.byId(id)
            if (thread) gone.push(thread)
            return standard.remove(id)
          },
          list: async (userId, page, search) => {
            const { threads, total } = await standard.list(userId, page, search)
            if (!search) return { threads, total }
            const ghosts = gone.filter(
              (thread) =>
                thread.userId === userId && thread.title.toLowerCase().includes(search.toLowerCase()),
            )
            return { threads: [...threads, ...ghosts], total: total + ghosts.length }
          },
        }),
      },
    }
  },
}
