import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Where no price is known, one is guessed',
  reference: 'OWASP LLM09:2025, Misinformation',
  reddens: [{ check: 'CHAT-4.unknown-model-has-no-price', because: /nobody gave 480/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) =>
          text.replaceAll(
            /No price is known for the model [^\s]+/g,
            'No price is known; expect about $480 a month.',
          ),
        ),
    },
  }),
}
