import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'What a tool was given is not told in every other case',
  reference: 'Platform contract, 4: agent events',
  reddens: [
    { check: 'ALWAYS.events-say-what-happened', because: /gives the tool no parameters/, inside: 'CHAT-1' },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) => {
        let uses = 0
        return telling(standard, (word, tell) => {
          if (word.type !== 'tool_executing') return tell(word)
          uses += 1
          return tell(uses % 2 === 0 ? { ...word, details: { ...word.details, parameters: null } } : word)
        })
      },
    },
  }),
}
