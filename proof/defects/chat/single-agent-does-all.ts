import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'One agent does everything by itself',
  reference: 'Platform contract, 5: agents',
  reddens: [{ check: 'CHAT-2.agents-work-together', because: /^assistant;/ }],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) =>
          tell(word.agent === 'supervisor' ? word : { ...word, agent: 'assistant' }),
        ),
    },
  }),
}
