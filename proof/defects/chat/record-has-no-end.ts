import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The record of a run that is over has no end',
  reference: 'Platform contract, 3: GET /api/runs/{id}',
  reddens: [{ check: 'CHAT-2.record-names-who-worked', because: /finished at no time/ }],
  verdict: 'failed',
  sparesNothing: 'in every scenario somebody looks at the record of work that is over',
  plant: () => ({
    backend: {
      runs: (_kit, standard) => ({
        ...standard,
        byId: async (id) => {
          const run = await standard.byId(id)
          return run && { ...run, finishedAt: null }
        },
      }),
    },
  }),
}
