import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Tools are said to have taken a thousand times as long',
  reference: 'Platform contract, 4: agent events',
  reddens: [
    {
      check: 'ALWAYS.events-say-what-happened',
      breaks: ['events.tool-time'],
      because: /says it took/,
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
            word.type === 'tool_completed'
              ? {
                  ...word,
                  details: {
                    ...word.details,
                    execution_time_ms: 250_000 + Number(word.details['execution_time_ms']),
                  },
                }
              : word,
          ),
        ),
    },
  }),
}
