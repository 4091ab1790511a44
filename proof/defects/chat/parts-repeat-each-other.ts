import type { Defect } from '#proof/defect'
import { rewording, sectionsOf } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Every part of an answer says the same',
  reference: 'Former suite, C5',
  reddens: [
    { check: 'CHAT-3.every-part-covered', because: /repeats another part/ },
    { check: 'CHAT-5.all-parts-are-there', because: /repeats another part/ },
  ],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) =>
          sectionsOf(text)
            .map((section) => `${section.split('\n')[0]}\n\nThis has been looked into with all due care.\n\n`)
            .join(''),
        ),
    },
  }),
}
