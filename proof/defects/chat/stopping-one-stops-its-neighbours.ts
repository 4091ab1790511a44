import type { Defect } from '#proof/defect'
export const defect: Defect = {
  wrong: 'Who stops one work stops all that goes on in the same conversation',
  reference: 'Platform contract, 3: POST /api/runs/{id}/cancel: the run ends',
  reddens: [{ check: 'CHAT-4.room-is-given-back', because: /stopped along with one that was: [1-4]/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runEngine: (kit, standard) => ({
        ...standard,
        cancel: async (runId) => {
          const run = await kit.runs.byId(runId)
          await (run ? standard.stopThread(run.threadId) : standard.cancel(runId))
        },
      }),
    },
  }),
}
