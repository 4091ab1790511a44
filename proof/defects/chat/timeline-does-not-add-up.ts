import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'The steps of a timeline overlap',
  reference: 'Former suite, C5: summary-contradicts-data',
  reddens: [{ check: 'CHAT-5.timeline-adds-up', because: /3 to 5, 5 to 6/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) => text.replace('Weeks 3 to 4', 'Weeks 3 to 5')),
    },
  }),
}
