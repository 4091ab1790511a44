import type { Defect } from '#proof/defect'
import { isLast, telling, untold, type Word } from '#damage/telling'

export const defect: Defect = {
  wrong: 'All progress is told when the work is over',
  reference: 'Former suite, C3: progress-burst-at-end',
  reddens: [{ check: 'CHAT-3.progress-comes-as-it-happens', because: /^0 times/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) => {
        const held = new Map<string, Word[]>()
        return telling(standard, async (word, tell) => {
          const { id } = word.run
          if (word.type === 'progress_update') {
            held.set(id, [...(held.get(id) ?? []), word])
            return untold(word)
          }
          if (isLast(word)) for (const late of held.get(id) ?? []) await tell(late)
          return tell(word)
        })
      },
    },
  }),
}
