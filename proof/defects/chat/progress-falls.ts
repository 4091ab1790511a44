import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Progress falls back on the way',
  reference: 'Platform contract, 4: never falling within a run',
  reddens: [
    { check: 'CHAT-3.progress-never-falls', because: /, 5, / },
    {
      check: 'ALWAYS.runs-keep-the-order',
      breaks: ['events.progress'],
      because: /falls back from/,
      inside: 'CHAT-3',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) => {
          const isThird =
            word.type === 'progress_update' && String(word.details['message']).startsWith('Part 3 ')
          return tell(isThird ? { ...word, details: { ...word.details, progress_percentage: 5 } } : word)
        }),
    },
  }),
}
