import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The record of work is told whole, whatever place it is asked from',
  reference: 'Platform contract, 3: GET /api/runs/{id}/events?after={sequence}',
  reddens: [{ check: 'ISO-4.pages-are-whole', because: /the record after \d+/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: { events: (_kit, standard) => ({ ...standard, ofRun: (id) => standard.ofRun(id, 0) }) },
  }),
}
