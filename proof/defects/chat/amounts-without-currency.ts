import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Amounts of money are told without saying of what',
  reference: 'Mars Climate Orbiter, 1999: a figure in the wrong unit',
  reddens: [
    { check: 'CHAT-1.answered-from-own-figures', because: /is not said to be in dollars/ },
    { check: 'CHAT-5.estimate-follows-from-figures', because: /not in/ },
  ],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => rewording(standard, (text) => text.replaceAll('$', '')),
    },
  }),
}
