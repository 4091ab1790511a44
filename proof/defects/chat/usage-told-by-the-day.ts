import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'What a workload uses a month is told as what it uses a day',
  reference: 'Mars Climate Orbiter, 1999: a figure in the wrong unit',
  reddens: [
    { check: 'CHAT-2.answered-from-own-figures', because: /is told by the day/ },
    { check: 'CHAT-1.answered-from-own-figures', because: /is told by the day/ },
  ],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) => text.replace(/(requests|tokens) a month/g, '$1 a day')),
    },
  }),
}
