import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Every thought of an agent is its step -1',
  reference: 'Platform contract, 4: agent events',
  reddens: [
    {
      check: 'ALWAYS.events-say-what-happened',
      breaks: ['events.steps-counted'],
      because: /is step -1 in place of/,
      inside: 'CHAT-1',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) =>
          tell(
            word.type === 'agent_thinking'
              ? { ...word, details: { ...word.details, step_number: -1 } }
              : word,
          ),
        ),
    },
  }),
}
