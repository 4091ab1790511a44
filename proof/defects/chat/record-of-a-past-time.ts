import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The record of a run says that it began in 1970',
  reference: 'Platform contract, 3: GET /api/runs/{id}',
  reddens: [
    { check: 'CHAT-2.record-names-who-worked', because: /started at 1970/ },
    { check: 'ALWAYS.records-fit-the-story', because: /started at 1970/, inside: 'CHAT-4' },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      runs: (_kit, standard) => ({
        ...standard,
        byId: async (id) => {
          const run = await standard.byId(id)
          return run && { ...run, startedAt: new Date(0) }
        },
      }),
    },
  }),
}
