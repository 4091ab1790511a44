import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The record of a run says that it was over when it began',
  reference: 'Platform contract, 3: GET /api/runs/{id}',
  reddens: [{ check: 'ALWAYS.records-fit-the-story', because: /finished at/, inside: 'LIVE-2' }],
  verdict: 'failed',
  sparesNothing: 'the record of every work is read at the end of each',
  plant: () => ({
    backend: {
      runs: (_kit, standard) => ({
        ...standard,
        byId: async (id) => {
          const run = await standard.byId(id)
          return run && { ...run, finishedAt: run.finishedAt && run.startedAt }
        },
      }),
    },
  }),
}
