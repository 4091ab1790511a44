import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'Only the results of long work have a figure that nobody gave',
  reference: 'OWASP LLM09:2025, Misinformation',
  reddens: [
    { check: 'CHAT-3.no-figure-invented', because: /nobody gave 43/ },
    { check: 'CHAT-5.no-figure-invented', because: /nobody gave 43/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) =>
          text.includes('imeline') ? `${text} That is 43 % less effort.` : text,
        ),
    },
  }),
}
