import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Only in answers of several parts, dollars are told as pounds',
  reference: 'Mars Climate Orbiter, 1999: a figure in the wrong unit',
  reddens: [
    { check: 'CHAT-3.answered-from-own-figures', because: /is told in GBP/ },
    { check: 'CHAT-5.estimate-follows-from-figures', because: /is told in GBP/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) =>
          text.startsWith('## ') && text.includes('imeline')
            ? text.replace(/\$([\d,.]+\d)/g, '$1 GBP')
            : text,
        ),
    },
  }),
}
