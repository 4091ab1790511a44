import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Specialists end with a result that is null',
  reference: 'Platform contract, 4: agent events',
  reddens: [
    {
      check: 'ALWAYS.events-say-what-happened',
      breaks: ['events.agent-completed'],
      because: /agent_completed of triage brings no result/,
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
            word.type === 'agent_completed' && word.agent !== 'supervisor'
              ? { ...word, details: { ...word.details, result: null } }
              : word,
          ),
        ),
    },
  }),
}
