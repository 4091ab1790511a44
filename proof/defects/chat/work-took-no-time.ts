import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'The work is said to have taken no time at all',
  reference: 'Platform contract, 4: agent events',
  reddens: [
    {
      check: 'ALWAYS.events-say-what-happened',
      breaks: ['events.tool-time'],
      because: /says it took 0 ms/,
      inside: 'LIVE-1',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) =>
          tell(
            word.type === 'agent_completed' && word.agent === 'supervisor'
              ? { ...word, details: { ...word.details, execution_time_ms: 0 } }
              : word,
          ),
        ),
    },
  }),
}
