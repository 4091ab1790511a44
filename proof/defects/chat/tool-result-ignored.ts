import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Tools run, and the answer takes no notice of what they found',
  reference: 'Platform contract, 5: agents',
  reddens: [{ check: 'CHAT-2.answer-rests-on-tools', because: /nothing of usage_profile/ }],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(
          standard,
          (_text, { question }) =>
            `${question.split(' makes ')[0]} could cost less: look at its prompts first.`,
        ),
    },
  }),
}
