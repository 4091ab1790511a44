import type { Defect } from '#proof/defect'
import { telling, untold } from '#damage/telling'

export const defect: Defect = {
  wrong: 'An agent whose work is used is never said to have ended',
  reference: 'Platform contract, 4: every started agent ends once',
  reddens: [
    { check: 'CHAT-2.agents-work-together', because: /never ended: #\d+ agent_started of data/ },
    {
      check: 'ALWAYS.runs-keep-the-order',
      breaks: ['events.agents-end'],
      because: /while data has not ended/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) =>
          word.type === 'agent_completed' && word.agent === 'data' ? untold(word) : tell(word),
        ),
    },
  }),
}
