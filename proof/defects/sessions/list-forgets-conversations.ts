import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The list shows the newest conversation only',
  reference: 'Platform contract: a person sees all conversations of hers',
  reddens: [{ check: 'AUTH-4.devices-share-conversations', because: /device 1 shows 1 of 1/ }],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        list: async (userId) => {
          const { threads } = await standard.list(userId, { limit: 1, offset: 0 })
          return { threads, total: threads.length }
        },
      }),
    },
  }),
}
