import type { Defect } from '#proof/defect'
import { telling, untold } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Tools begin and never end',
  reference: 'Seed laboratory: tool_executing never followed by tool_completed',
  reddens: [
    { check: 'LIVE-1.whole-story-in-order', breaks: ['events.tools-paired'], because: /tool/ },
    { check: 'ALWAYS.runs-keep-the-order', because: /tool/, inside: 'CHAT-2' },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) => (word.type === 'tool_completed' ? untold(word) : tell(word))),
    },
  }),
}
