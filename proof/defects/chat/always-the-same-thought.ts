import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Every thought is the same',
  reference: 'Platform contract, 4: agent events',
  reddens: [
    {
      check: 'ALWAYS.events-say-what-happened',
      breaks: ['events.agent-thinking'],
      because: /thoughts are/,
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
            word.type === 'agent_thinking'
              ? { ...word, details: { ...word.details, reasoning: 'Thinking …' } }
              : word,
          ),
        ),
    },
  }),
}
