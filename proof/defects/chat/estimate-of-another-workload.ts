import type { Defect } from '#proof/defect'
import { rewording, sectionsOf } from '#damage/answers'

export const defect: Defect = {
  wrong: 'The summary estimates the cost of something else',
  reference: 'Former suite, C5: workflows-of-one-user-mixed',
  reddens: [{ check: 'CHAT-5.estimate-follows-from-figures', because: /not in/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) =>
          sectionsOf(text)
            .map((section) =>
              /^## Executive/.test(section) ? section.replace(/\$[\d,.]+\d/g, '$1,234.56') : section,
            )
            .join(''),
        ),
    },
  }),
}
