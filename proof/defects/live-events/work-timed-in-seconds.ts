import type { Defect } from '#proof/defect'
import { isLast, telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'How long a whole work took is told in seconds, where milliseconds are promised',
  reference:
    "Platform contract, 4: agent_completed: the supervisor's also response, the answer, and execution_time_ms",
  reddens: [
    { check: 'ALWAYS.events-say-what-happened', inside: 'CHAT-3', because: /says it took \d+ ms, of \d+ ms/ },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) => {
          const took = word.details['execution_time_ms']
          if (!isLast(word) || typeof took !== 'number') return tell(word)
          return tell({ ...word, details: { ...word.details, execution_time_ms: Math.ceil(took / 1000) } })
        }),
    },
  }),
}
