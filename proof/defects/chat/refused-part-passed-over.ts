import type { Defect } from '#proof/defect'
import { rewording, sectionsOf } from '#damage/answers'

export const defect: Defect = {
  wrong: 'What was refused is not spoken of',
  reference: 'Platform contract, 5: a refused part is named as refused',
  reddens: [{ check: 'CHAT-4.not-done-is-said', because: /nothing of the mail/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(
          standard,
          (text) =>
            sectionsOf(text)
              .filter((section) => !/mail/i.test(section))
              .join('') || text,
        ),
    },
  }),
}
