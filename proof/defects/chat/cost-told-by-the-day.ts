import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'What a workload costs a month is told as what it costs a day',
  reference: 'Mars Climate Orbiter, 1999: a figure in the wrong unit',
  reddens: [
    { check: 'CHAT-1.answered-from-own-figures', because: /is told by the day/ },
    { check: 'CHAT-2.answered-from-own-figures', because: /is told by the day/ },
    { check: 'CHAT-3.answered-from-own-figures', because: /is told by the day/ },
    { check: 'CHAT-5.estimate-follows-from-figures', because: /is told by the day/ },
  ],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) => text.replace(/(\$[\d,.]+\d) a month/g, '$1 a day')),
    },
  }),
}
