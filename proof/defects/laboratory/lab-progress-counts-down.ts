import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Progress counts down',
  reference: 'Seed laboratory: progress counts down',
  reddens: [{ check: 'CHAT-3.progress-never-falls', because: /83, 67, 50/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) => {
          if (word.type !== 'progress_update') return tell(word)
          const left = 100 - Number(word.details['progress_percentage'])
          return tell({ ...word, details: { ...word.details, progress_percentage: left } })
        }),
    },
  }),
}
