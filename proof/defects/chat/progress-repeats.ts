import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Every word of progress is the same',
  reference: 'Former suite, W3: identical-progress-loop',
  reddens: [{ check: 'CHAT-3.progress-says-something-new', because: /again: Working on it/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) =>
          tell(
            word.type === 'progress_update'
              ? { ...word, details: { ...word.details, message: 'Working on it' } }
              : word,
          ),
        ),
    },
  }),
}
