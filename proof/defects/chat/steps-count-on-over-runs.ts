import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Steps are counted on from one work to the next',
  reference: 'Platform contract, 4: agent events',
  reddens: [
    { check: 'ALWAYS.events-say-what-happened', because: /is step \d+ in place of 1/, inside: 'CHAT-1' },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) => {
        let step = 0
        return telling(standard, (word, tell) => {
          if (word.type !== 'agent_thinking') return tell(word)
          step += 1
          return tell({ ...word, details: { ...word.details, step_number: step } })
        })
      },
    },
  }),
}
