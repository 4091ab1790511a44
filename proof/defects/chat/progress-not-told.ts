import type { Defect } from '#proof/defect'
import { telling, untold } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Long work tells nothing of how far it has come',
  reference: 'Platform contract, 4: progress updates',
  reddens: [{ check: 'CHAT-3.progress-is-told', because: /^0 times/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) => (word.type === 'progress_update' ? untold(word) : tell(word))),
    },
  }),
}
