import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'What would be saved in a month is told as saved in a year',
  reference:
    "Platform contract, 5: A figure is told in the unit and for the period that it has: a month's as a month's",
  reddens: [{ check: 'CHAT-2.answer-rests-on-tools', because: /dollars a month is told by the year/ }],
  verdict: 'failed',
  spares: ['CHAT-3'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) => text.replaceAll('a month less', 'a year less')),
    },
  }),
}
