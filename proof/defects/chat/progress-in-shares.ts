import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'How far work has come is told in shares of one, not in a hundred',
  reference: 'Platform contract, 4: progress_percentage, 0 to 100; a unit that is taken for another',
  reddens: [
    {
      check: 'ALWAYS.events-say-what-happened',
      inside: 'CHAT-3',
      because: /all its progress is 0\.\d.*, of 100/,
    },
  ],
  verdict: 'failed',
  sparesNothing: 'work of several parts is told of in every scenario',
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) => {
          const share = Number(word.details['progress_percentage']) / 100
          const details = { ...word.details, progress_percentage: share }
          return tell(word.type === 'progress_update' ? { ...word, details } : word)
        }),
    },
  }),
}
