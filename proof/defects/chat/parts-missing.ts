import type { Defect } from '#proof/defect'
import { rewording, sectionsOf } from '#damage/answers'

export const defect: Defect = {
  wrong: 'An answer leaves out one of the parts that were asked for',
  reference: 'Former suite, C5: step-silently-skipped',
  reddens: [
    { check: 'CHAT-3.every-part-covered', because: /is missing/ },
    { check: 'CHAT-5.all-parts-are-there', because: /is missing/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) =>
          sectionsOf(text)
            .filter((_section, index) => index !== 2)
            .join(''),
        ),
    },
  }),
}
