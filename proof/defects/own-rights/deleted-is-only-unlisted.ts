import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What is deleted is no longer listed, and still there',
  reference: 'Platform contract, 3: 200, afterwards 404',
  reddens: [{ check: 'ISO-4.deleted-is-gone', because: /^it: 200, not 404/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const gone = new Set<string>()
    return {
      backend: {
        threads: (_kit, standard) => ({
          ...standard,
          remove: (id) => Promise.resolve(void gone.add(id)),
          list: async (userId, page, search) => {
            const { threads } = await standard.list(userId, { limit: 100, offset: 0 }, search)
            const left = threads.filter(({ id }) => !gone.has(id))
            return { threads: left.slice(page.offset, page.offset + page.limit), total: left.length }
          },
        }),
      },
    }
  },
}
