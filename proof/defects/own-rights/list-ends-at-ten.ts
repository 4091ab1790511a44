import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of more than ten conversations only the newest ten are ever shown',
  reference: 'Platform contract, 3: GET /api/threads',
  reddens: [{ check: 'ISO-4.pages-are-whole', because: /the newest: / }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          const { threads } = await standard.list(userId, { limit: 10, offset: 0 }, search)
          return { threads: threads.slice(page.offset, page.offset + page.limit), total: threads.length }
        },
      }),
    },
  }),
}
