import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'The answer adds a figure of its own to those that were computed',
  reference: 'OWASP LLM09:2025, Misinformation',
  reddens: [
    { check: 'CHAT-1.no-figure-invented', because: /nobody gave 37/ },
    { check: 'CHAT-5.no-figure-invented', because: /nobody gave 37/ },
  ],
  verdict: 'failed',
  spares: ['LIVE-4'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        rewording(standard, (text) => `${text} Expect it to grow by 37 % next year.`),
    },
  }),
}
