import type { Defect } from '#proof/defect'
import { answering } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Every question gets the same well-written answer',
  reference: 'research/seed-tests.md: the echo server and its kin',
  reddens: [
    { check: 'AUTH-1.first-question-answered', because: /not named/ },
    { check: 'AUTH-2.question-answered', because: /not named/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => answering(standard, 'Your costs can be cut by 30 % with caching.'),
    },
  }),
}
