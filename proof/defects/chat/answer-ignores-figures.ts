import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'The answer names the workload, and states the same cost for everybody',
  reference: 'Platform contract, 5: agents',
  reddens: [
    { check: 'CHAT-1.answered-from-own-figures', because: /is not stated/ },
    { check: 'CHAT-2.answered-from-own-figures', because: /is not stated/ },
  ],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) => text.replace(/\$[\d,.]+\d/g, '$1,000.00')),
    },
  }),
}
