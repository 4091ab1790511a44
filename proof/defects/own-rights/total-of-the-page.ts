import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The total of a list is how many the page shows',
  reference: 'Platform contract, 3: total',
  reddens: [{ check: 'ISO-4.lists-betray-nothing', because: /page 1: 1 of 1/ }],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          const { threads } = await standard.list(userId, page, search)
          return { threads, total: threads.length }
        },
      }),
    },
  }),
}
