import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'What goes in is told as what comes out',
  reference: 'Platform contract, 5: in the unit that it has',
  reddens: [
    { check: 'CHAT-2.answered-from-own-figures', because: /input tokens a month is told in output tokens/ },
  ],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) =>
          text.replace(/([\d,]+) input tokens and ([\d,]+) output/g, '$1 output tokens and $2 input'),
        ),
    },
  }),
}
