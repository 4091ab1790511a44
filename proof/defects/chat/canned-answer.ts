import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Every question gets the same well-written answer',
  reference: 'Seed laboratory: canned',
  reddens: [
    { check: 'AUTH-1.first-question-answered', because: /not named/ },
    { check: 'AUTH-2.question-answered', because: /not named/ },
    { check: 'CHAT-1.answered-from-own-figures', because: /not named/ },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => rewording(standard, () => 'Your costs can be cut by caching.'),
    },
  }),
}
