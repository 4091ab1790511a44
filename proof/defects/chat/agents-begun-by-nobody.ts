import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'The agent that reports is said to have been begun by one that has ended',
  reference: 'Platform contract, 4: agent events',
  reddens: [
    {
      check: 'ALWAYS.events-say-what-happened',
      breaks: ['events.agent-started'],
      because: /is begun by triage, who is not at work/,
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
            word.type === 'agent_started' && word.agent === 'reporting'
              ? { ...word, details: { ...word.details, parent_agent: 'triage' } }
              : word,
          ),
        ),
    },
  }),
}
