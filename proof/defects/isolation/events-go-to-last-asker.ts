import type { AgentEvent } from '@netra/local-stack/backend/conversations/events'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Among several who ask at once, some words are told to whoever asked last',
  reference: 'CWE-488; CWE-567',
  reddens: [{ check: 'ISO-2.each-hears-all-of-her-own', because: /missed \d+ of \d+/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        let lastAsker = ''
        return {
          ...standard,
          deliver: (userId, frame) => {
            const { type, sequence, payload } = frame as AgentEvent
            if (type === 'agent_started' && sequence === 1) lastAsker = payload.user_id
            standard.deliver(type === 'agent_thinking' ? lastAsker : userId, frame)
          },
        }
      },
    },
  }),
}
