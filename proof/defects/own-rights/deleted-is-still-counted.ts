import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What is deleted still counts in the total',
  reference: 'Platform contract, 3: 200, afterwards 404; total',
  reddens: [{ check: 'ISO-4.deleted-is-gone', because: /^how many there are: / }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const gone: string[] = []
    return {
      backend: {
        threads: (_kit, standard) => ({
          ...standard,
          remove: (id) => {
            gone.push(id)
            return standard.remove(id)
          },
          list: async (userId, page, search) => {
            const { threads, total } = await standard.list(userId, page, search)
            return { threads, total: search || page.limit > 1 ? total : total + gone.length }
          },
        }),
      },
    }
  },
}
