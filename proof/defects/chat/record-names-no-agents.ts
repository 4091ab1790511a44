import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The record of a run forgets who worked on it when it is over',
  reference: 'Platform contract, 3: GET /api/runs/{id}',
  reddens: [{ check: 'CHAT-2.record-names-who-worked', because: /does not name/ }],
  verdict: 'failed',
  sparesNothing: 'the record of every work is read at the end of each',
  plant: () => ({
    backend: {
      events: (_kit, standard) => ({
        ...standard,
        ofRun: async (runId, after) => {
          const events = await standard.ofRun(runId, after)
          const isOver = events.some(({ payload }) => 'response' in payload)
          return after === 0 && isOver ? events.filter(({ type }) => type !== 'agent_started') : events
        },
      }),
    },
  }),
}
