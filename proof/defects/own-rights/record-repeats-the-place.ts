import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The record after a place begins with that place',
  reference: 'Platform contract, 3: GET /api/runs/{id}/events?after={sequence}',
  reddens: [{ check: 'ISO-4.pages-are-whole', because: /the record after \d+/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      events: (_kit, standard) => ({ ...standard, ofRun: (id, after) => standard.ofRun(id, after - 1) }),
    },
  }),
}
