import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Every amount in an answer is ten times too high',
  reference: 'Mars Climate Orbiter, 1999: a figure in the wrong unit',
  reddens: [
    { check: 'CHAT-1.answered-from-own-figures', because: /is not stated/ },
    { check: 'CHAT-4.next-question-answered', because: /is not stated/ },
  ],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) =>
          text.replace(
            /\$([\d,.]+\d)/g,
            (_amount, figure: string) => `$${(Number(figure.replaceAll(',', '')) * 10).toFixed(2)}`,
          ),
        ),
    },
  }),
}
