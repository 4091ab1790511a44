import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Only one of the specialists ends with an empty result',
  reference: 'Platform contract, 4: agent events',
  reddens: [
    {
      check: 'ALWAYS.events-say-what-happened',
      breaks: ['events.agent-completed'],
      because: /agent_completed of data brings no result/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) =>
          tell(
            word.type === 'agent_completed' && word.agent === 'data'
              ? { ...word, details: { ...word.details, result: {} } }
              : word,
          ),
        ),
    },
  }),
}
