import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The record of completed work has an error',
  reference: 'Platform contract, 3: GET /api/runs/{id}',
  reddens: [{ check: 'CHAT-2.record-names-who-worked', because: /with an error/ }],
  verdict: 'failed',
  sparesNothing: 'the record of every work is read at the end of each',
  plant: () => ({
    backend: {
      runs: (_kit, standard) => ({
        ...standard,
        byId: async (id) => {
          const run = await standard.byId(id)
          return run && { ...run, error: run.error ?? 'Something went wrong.' }
        },
      }),
    },
  }),
}
