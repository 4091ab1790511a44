import type { Defect } from '#proof/defect'
import { isLast, telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'The end of work is told twice',
  reference: 'Platform contract, 4: exactly one terminal event',
  reddens: [
    { check: 'LIVE-1.whole-story-in-order', breaks: ['events.terminal'], because: /comes after the end/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, async (word, tell) => {
          const told = await tell(word)
          if (isLast(word)) await tell({ ...word, also: undefined })
          return told
        }),
    },
  }),
}
