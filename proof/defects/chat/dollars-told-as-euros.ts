import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Dollars are told as euros',
  reference: 'Mars Climate Orbiter, 1999: a figure in the wrong unit',
  reddens: [
    { check: 'CHAT-1.answered-from-own-figures', because: /is told in €/ },
    { check: 'CHAT-4.next-question-answered', because: /is told in €/ },
    { check: 'LIVE-4.each-is-told-her-own', because: /is told in €/ },
  ],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => rewording(standard, (text) => text.replaceAll('$', '€')),
    },
  }),
}
