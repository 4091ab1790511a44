import type { Defect } from '#proof/defect'
import { telling, untold } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Figures are stated without any tool having run',
  reference: 'Platform contract, 5: agents',
  reddens: [{ check: 'CHAT-2.tools-compute-on-own-figures', because: /no tool for/ }],
  verdict: 'failed',
  spares: ['LIVE-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) => (word.type.startsWith('tool_') ? untold(word) : tell(word))),
    },
  }),
}
