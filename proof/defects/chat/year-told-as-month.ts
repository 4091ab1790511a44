import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'What a workload costs a year is told as what it costs a month',
  reference: 'Mars Climate Orbiter, 1999: a figure in the wrong unit',
  reddens: [{ check: 'CHAT-1.answered-from-own-figures', because: /dollars a year is told by the month/ }],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => rewording(standard, (text) => text.replaceAll('a year', 'a month')),
    },
  }),
}
