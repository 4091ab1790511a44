import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A place in the record is counted from the beginning of the work, not of the conversation',
  reference: 'Platform contract, 3: GET /api/runs/{id}/events?after={sequence}; sequence is within a thread',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'LIVE-1',
      because: /run \S+ was told #\d+ .*it is not on record/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      events: (_kit, standard) => ({
        ...standard,
        ofRun: async (runId, after) => (await standard.ofRun(runId, 0)).slice(after),
      }),
    },
  }),
}
