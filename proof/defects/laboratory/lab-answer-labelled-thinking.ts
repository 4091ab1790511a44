import type { Defect } from '#proof/defect'
import { isLast, telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'The answer is told as one more thought, and work never ends',
  reference: 'Seed laboratory: last event never "completed"',
  reddens: [
    { check: 'LIVE-1.whole-story-in-order', breaks: ['events.terminal'], because: /gave up after 20/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) => {
          if (!isLast(word)) return tell(word)
          const details = { reasoning: String(word.details['response']), step_number: 1 }
          return tell({ ...word, type: 'agent_thinking', details })
        }),
    },
  }),
}
